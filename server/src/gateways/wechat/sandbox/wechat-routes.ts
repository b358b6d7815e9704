import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { z } from 'zod/mini'
import { refuse } from './answer.ts'
import type { createCodes, LoginGrant, PhoneGrant } from './codes.ts'
import type { Faults } from './faults.ts'
import { createMinuteQuota } from './minute-quota.ts'
import { addSubscribeRoute } from './subscribe-route.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { createPictures, PushTarget } from './pictures.ts'
import type { Tokens } from './tokens.ts'

type Codes<T> = ReturnType<typeof createCodes<T>>
export type Parts = {
  now: () => number
  /** Secret by app id. */
  apps: ReadonlyMap<string, string>
  loginCodes: Codes<LoginGrant>
  phoneCodes: Codes<PhoneGrant>
  tokens: Tokens
  faults: Faults
  subscriptions: Subscriptions
  pictures: ReturnType<typeof createPictures>
  push: { target: PushTarget | null; fetch: typeof fetch; retryMs: number }
}

const TokenRequest = z.object({
  grant_type: z.string(),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.optional(z.boolean()),
})
const PhoneRequest = z.object({ code: z.string(), openid: z.optional(z.string()) })

/** The endpoints that WeChat documents, by its names and with its answers. */
export function addWechatRoutes(app: Hono, parts: Parts) {
  const { now, apps, loginCodes, phoneCodes, tokens, faults, subscriptions } = parts
  const exchanges = createMinuteQuota(100, now)
  for (const path of ['/sns/*', '/cgi-bin/*', '/wxa/*']) app.use(path, faults.strike)
  addSubscribeRoute(app, parts)

  app.get('/sns/jscode2session', (c) => {
    const { appid = '', secret, js_code = '', grant_type } = c.req.query()
    if (grant_type !== 'authorization_code') return refuse(c, 40002)
    if (!apps.has(appid)) return refuse(c, 40013)
    if (apps.get(appid) !== secret) return refuse(c, 40125)
    const found = loginCodes.find(appid, js_code)
    if (typeof found === 'number') return refuse(c, found)
    const { openid, unionid } = found.value
    if (!exchanges.take(openid)) return refuse(c, 45011)
    if (found.used) return refuse(c, 40163)
    found.use()
    if (faults.blocks(openid)) return refuse(c, 40226)
    subscriptions.meet(openid)
    const session_key = randomBytes(16).toString('base64')
    // JSON under the label text/plain, as WeChat has it.
    return c.text(JSON.stringify({ openid, session_key, unionid }))
  })

  app.post('/cgi-bin/stable_token', async (c) => {
    const body = TokenRequest.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return refuse(c, 47001)
    const { grant_type, appid, secret, force_refresh = false } = body.data
    if (grant_type !== 'client_credential') return refuse(c, 40002)
    if (!apps.has(appid)) return refuse(c, 40013)
    if (apps.get(appid) !== secret) return refuse(c, 40001)
    return c.json(tokens.issue(appid, force_refresh))
  })

  app.post('/wxa/business/getuserphonenumber', async (c) => {
    const token = c.req.query('access_token')
    if (!token) return refuse(c, 41001)
    const holder = tokens.check(token)
    if (typeof holder === 'number') return refuse(c, holder)
    const body = PhoneRequest.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return refuse(c, 47001)
    const found = phoneCodes.find(holder.appId, body.data.code)
    if (typeof found === 'number') return refuse(c, found)
    const { openid, phone, countryCode } = found.value
    const another = openid !== null && body.data.openid !== undefined && body.data.openid !== openid
    if (found.used || another) return refuse(c, 40029)
    found.use()
    const phone_info = {
      phoneNumber: countryCode === 86 ? phone : `+${countryCode}${phone}`,
      purePhoneNumber: phone,
      countryCode: String(countryCode),
      watermark: { timestamp: Math.floor(now() / 1000), appid: holder.appId },
    }
    return c.json({ errcode: 0, errmsg: 'ok', phone_info })
  })
}
