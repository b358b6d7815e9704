import { createHmac, timingSafeEqual } from 'node:crypto'

/** `t=<epoch milliseconds>,v1=<hex of HMAC-SM3 over "t.body">`, so that an old answer can't be played again. */
export function sign(key: string, body: string, at: number) {
  return `t=${at},v1=${digest(key, body, String(at))}`
}
/** Whether a body was signed with the key, at most so long ago. */
export function isSigned(key: string, body: string, header: string, now: number, maxAgeMs: number) {
  const [, at = '', told = ''] = /^t=(\d{1,15}),v1=([0-9a-f]{64})$/.exec(header) ?? []
  const right = Buffer.from(digest(key, body, at))
  const given = Buffer.from(told)
  return (
    right.length === given.length && timingSafeEqual(right, given) && Math.abs(now - Number(at)) <= maxAgeMs
  )
}
const digest = (key: string, body: string, at: string) =>
  createHmac('sm3', key).update(`${at}.${body}`).digest('hex')
