import Taro from '@tarojs/taro'

/** A mini-program opens no foreign page: the address goes to the clipboard, and the person is told. */
export function openOutside(url: string) {
  void Taro.setClipboardData({ data: url }).then(() =>
    Taro.showToast({ title: '网址已复制，请在浏览器里打开', icon: 'none', duration: 4000 }),
  )
}
