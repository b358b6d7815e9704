import { randomUUID } from 'node:crypto'
import { z } from 'zod/mini'
import { fill as fillOwn, SmsText, templates } from '../templates.ts'

/** The request that `createSms` documents. */
export const Message = z.strictObject({
  phone: z.string().check(z.regex(/^1\d{10}$/)),
  template: z.string().check(z.regex(/^\w{1,40}$/)),
  // Providers limit what fills a blank, lest an approved text says something else.
  params: z.record(
    z.string(),
    z.union([z.string().check(z.minLength(1), z.maxLength(40)), z.int().check(z.minimum(0))]),
  ),
  idempotencyKey: z.string().check(z.regex(/^[\w.-]{1,80}$/)),
})
type Message = z.output<typeof Message>
/** Approved texts of messages by their names; `{blank}` is filled from the params. */
export type Texts = Readonly<Record<string, string>>

/** The text with its blanks filled; null when it is not approved, or a blank is missing or one too many. */
function fill(texts: Texts, { template, params }: Message) {
  if (Object.hasOwn(templates, template)) {
    const own = SmsText.safeParse({ template, params })
    return own.success ? fillOwn(own.data) : null
  }
  const text = Object.hasOwn(texts, template) ? texts[template]! : null
  if (text === null) return null
  const blanks = new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))
  if (blanks.size !== Object.keys(params).length || Object.keys(params).some((name) => !blanks.has(name)))
    return null
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
}
/** `text` is what the phone shows, `sentAt` epoch milliseconds. */
type SentMessage = Message & { providerId: string; text: string; sentAt: number }

/** The oldest are forgotten beyond this many, and their keys with them. */
const KEPT = 1000

/** What was sent, each key once. */
export function createOutbox(now: () => number, texts: Texts) {
  const byKey = new Map<string, SentMessage>()

  return {
    /** The message sent under this key, now or before; otherwise the reason why not. */
    send(message: Message): SentMessage | 'keyReused' | 'malformed' {
      const { phone, params, idempotencyKey } = message
      const before = byKey.get(idempotencyKey)
      if (before) {
        const same = before.phone === phone && JSON.stringify(before.params) === JSON.stringify(params)
        return same ? before : 'keyReused'
      }
      const text = fill(texts, message)
      if (text === null) return 'malformed'
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
