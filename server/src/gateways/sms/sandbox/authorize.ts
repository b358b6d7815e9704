import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { SmsAuth } from '../client.ts'
import { signBody } from '../signature.ts'

/** A signature is good for this long either way, in seconds. */
const SKEW = 300

function equal(a: string, b: string) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Answers 401 to whoever does not show what `createSms` shows with the same `auth`. */
export function authorize(auth: SmsAuth, now: () => number): MiddlewareHandler {
  return async (c, proceed) => {
    if (auth.kind === 'bearer') {
      const good = equal(c.req.header('authorization') ?? '', `Bearer ${auth.token}`)
      return good ? proceed() : c.json({ reason: 'wrongCredentials' }, 401)
    }
    const timestamp = c.req.header('x-sms-timestamp') ?? ''
    if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now() / 1000 - Number(timestamp)) > SKEW) {
      return c.json({ reason: 'wrongTimestamp' }, 401)
    }
    const signature = signBody(auth.secret, timestamp, await c.req.text())
    const good =
      c.req.header('x-sms-key') === auth.keyId && equal(c.req.header('x-sms-signature') ?? '', signature)
    return good ? proceed() : c.json({ reason: 'wrongCredentials' }, 401)
  }
}
