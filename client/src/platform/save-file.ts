import Taro from '@tarojs/taro'

/** WeChat keeps no text as a file of the person's: it goes to the clipboard, to be sent to 文件传输助手. */
export async function saveFile(_name: string, text: string): Promise<'saved' | 'copied'> {
  await Taro.setClipboardData({ data: text })
  return 'copied'
}
