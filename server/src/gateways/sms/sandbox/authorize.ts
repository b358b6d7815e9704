import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

function equal(a: string, b: string) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Answers 401 to whoever does not show what `createSms` shows with the same token. */
export function authorize(token: string): MiddlewareHandler {
  return async (c, proceed) =>
    equal(c.req.header('authorization') ?? '', `Bearer ${token}`)
      ? proceed()
      : c.json({ reason: 'wrongCredentials' }, 401)
}
