import Taro from '@tarojs/taro'

type Askable<T extends string> = { template: T; wechatId: string }

/** WeChat takes no more in one question. */
const MOST = 3
/**
 * WeChat's own question, which it shows to a tap alone; resolves to what the person agreed to. Null where there is no
 * WeChat to ask.
 */
export const askWechat: (<T extends string>(items: readonly Askable<T>[]) => Promise<T[]>) | null = async (
  items,
) => {
  const asked = items.slice(0, MOST)
  if (asked.length === 0) return []
  const option = { tmplIds: asked.map(({ wechatId }) => wechatId) }
  // Taro's types want Alipay's ids too.
  const answer = (await Taro.requestSubscribeMessage(
    option as Taro.requestSubscribeMessage.Option,
  )) as unknown as Record<string, unknown>
  return asked.filter(({ wechatId }) => answer[wechatId] === 'accept').map(({ template }) => template)
}
