import { manifest } from '../link.ts'
import { asyncApi } from './async.ts'

const { device, sdkVersion, appId } = manifest
const windowHeight = device.height - device.statusBar - device.navigationBar

const windowInfo = () => ({
  pixelRatio: device.pixelRatio,
  screenWidth: device.width,
  screenHeight: device.height,
  windowWidth: device.width,
  windowHeight,
  statusBarHeight: device.statusBar,
  screenTop: device.statusBar + device.navigationBar,
  safeArea: {
    left: 0,
    right: device.width,
    top: device.statusBar,
    bottom: device.height - device.safeBottom,
    width: device.width,
    height: device.height - device.statusBar - device.safeBottom,
  },
})
const deviceInfo = () => ({
  abi: 'arm64',
  benchmarkLevel: -1,
  brand: 'devtools',
  model: 'iPhone 13',
  platform: 'devtools',
  system: 'iOS 16.0',
  memorySize: 4096,
})
const appBaseInfo = () => ({
  SDKVersion: sdkVersion,
  enableDebug: false,
  host: { appId: '' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: 'light',
  fontSizeScaleFactor: 1,
  fontSizeSetting: 17,
})
const systemSetting = () => ({
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
})
const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo(), ...systemSetting() })

export const deviceApis = {
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemSetting: systemSetting,
  getAppAuthorizeSetting: () => ({
    cameraAuthorized: 'authorized',
    locationAuthorized: 'authorized',
    notificationAuthorized: 'authorized',
  }),
  getSystemInfoSync: systemInfo,
  getSystemInfo: asyncApi('getSystemInfo', systemInfo),
  getAccountInfoSync: () => ({ miniProgram: { appId, envVersion: 'develop', version: '' } }),
  getMenuButtonBoundingClientRect: () => {
    const [width, height] = [87, 32]
    const top = device.statusBar + 6
    const right = device.width - 7
    return { width, height, top, right, bottom: top + height, left: right - width }
  },
}
