import type { Errcode } from './answer.ts'

/** The oldest are forgotten beyond this many. */
const KEPT = 10_000

type Data = Record<string, { value: string }>
type Message = { openid: string; templateId: string; page: string; data: Data }

/** What WeChat takes for a key, by its type (订阅消息参数值内容限制说明). */
const limits: Record<string, (value: string) => boolean> = {
  thing: (value) => Array.from(value).length <= 20,
  phrase: (value) => /^[\u4e00-\u9fff]{1,5}$/.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  number: (value) => /^\d{1,32}(\.\d+)?$/.test(value),
  time: (value) =>
    /^(\d{4}年)?\d{1,2}月\d{1,2}日 \d{2}:\d{2}$|^(\d{4}-\d{2}-\d{2} )?\d{2}:\d{2}(:\d{2})?$/.test(value),
  date: (value) =>
    /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$|^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(value),
}
function fits(key: string, value: string | undefined) {
  const limit = limits[key.replace(/\d+$/, '')]
  return value !== undefined && value.trim() !== '' && limit !== undefined && limit(value)
}

/** One-time subscriptions: each agreement is good for one message. */
export function createSubscriptions(templates: Readonly<Record<string, readonly string[]>>) {
  const users = new Set<string>()
  const left = new Map<string, number>()
  const sent: Message[] = []
  const keyOf = (openid: string, templateId: string) => `${openid} ${templateId}`

  return {
    /** Somebody has used the mini-program. */
    meet(openid: string) {
      users.add(openid)
      const [oldest] = users
      if (users.size > KEPT && oldest !== undefined) users.delete(oldest)
    },
    agree(openid: string, templateId: string, times: number) {
      users.add(openid)
      const key = keyOf(openid, templateId)
      left.set(key, times === 0 ? 0 : (left.get(key) ?? 0) + times)
      const [oldest] = left.keys()
      if (left.size > KEPT && oldest !== undefined) left.delete(oldest)
    },
    /** Why it isn't sent, or null: then the user has it, and one agreement less. */
    send(message: Message): Errcode | null {
      const { openid, templateId, page, data } = message
      if (!users.has(openid)) return 40003
      const keys = Object.hasOwn(templates, templateId) ? templates[templateId]! : null
      if (!keys) return 40037
      if (!/^[\w/-]+(\?\S*)?$/.test(page)) return 41030
      if (keys.some((key) => !fits(key, data[key]?.value))) return 47003
      const key = keyOf(openid, templateId)
      const agreed = left.get(key) ?? 0
      if (agreed === 0) return 43101
      left.set(key, agreed - 1)
      sent.push(message)
      if (sent.length > KEPT) sent.shift()
      return null
    },
    /** Newest first. */
    sentTo: (openid: string | undefined) =>
      sent.filter((one) => openid === undefined || one.openid === openid).toReversed(),
  }
}
export type Subscriptions = ReturnType<typeof createSubscriptions>
