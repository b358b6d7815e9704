import Taro from '@tarojs/taro'

/** The font size set in WeChat, in px (17 is standard). */
export function fontSize() {
  // Taro's types lack the field; WeChat gives it from base library 2.23.4 on.
  const info: object & { fontSizeSetting?: number } = Taro.getAppBaseInfo()
  return info.fontSizeSetting ?? 17
}
