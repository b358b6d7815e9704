import { randomUUID } from 'node:crypto'
import { z } from 'zod/mini'

/** The request that `createSms` documents. */
export const Message = z.strictObject({
  phone: z.string().check(z.regex(/^1\d{10}$/)),
  template: z.literal('signInCode'),
  params: z.strictObject({
    code: z.string().check(z.regex(/^\d{4,8}$/)),
    minutes: z.int().check(z.minimum(1), z.maximum(60)),
  }),
  idempotencyKey: z.string().check(z.regex(/^[\w.-]{1,80}$/)),
})
type Message = z.output<typeof Message>
/** `text` is what the phone shows, `sentAt` epoch milliseconds. */
type SentMessage = Message & { providerId: string; text: string; sentAt: number }

/** The oldest are forgotten beyond this many, and their keys with them. */
const KEPT = 1000

/** What was sent, each key once. */
export function createOutbox(now: () => number) {
  const byKey = new Map<string, SentMessage>()

  return {
    /** The message sent under this key, now or before; null when the key stood for another message. */
    send(message: Message): SentMessage | null {
      const { phone, params, idempotencyKey } = message
      const before = byKey.get(idempotencyKey)
      if (before) {
        const same = before.phone === phone && JSON.stringify(before.params) === JSON.stringify(params)
        return same ? before : null
      }
      const text = `【泰民通】登录验证码 ${params.code}，${params.minutes} 分钟内有效。请勿告诉他人。`
      const sent = { ...message, providerId: randomUUID(), text, sentAt: now() }
      byKey.set(idempotencyKey, sent)
      const [oldest] = byKey.keys()
      if (byKey.size > KEPT && oldest !== undefined) byKey.delete(oldest)
      return sent
    },
    /** Newest first, at most `limit`. */
    last(phone: string | undefined, limit: number) {
      const all = [...byKey.values()].toReversed()
      return all.filter((message) => phone === undefined || message.phone === phone).slice(0, limit)
    },
  }
}
