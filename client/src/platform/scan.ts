import Taro from '@tarojs/taro'

export const canScan = true
/** What the camera read; null when the person closed it again. */
export async function scan() {
  return Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => null,
  )
}
