import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'

/** WeChat's words for the codes that this program gives. */
const messages = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40163: 'code been used',
  40226: 'code blocked',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45011: 'api minute-quota reach limit mustslower retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'user access record is timeout',
} as const
export type Errcode = keyof typeof messages

/** A refusal as WeChat gives it: HTTP 200, the reason in the body. */
export function refuse(c: Context, errcode: Errcode) {
  return c.json({ errcode, errmsg: `${messages[errcode]}, rid: ${randomUUID()}` })
}
