import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { z } from 'zod/mini'
import { Fault, isPushing } from './faults.ts'
import type { Parts } from './wechat-routes.ts'

const openid = z.string().check(z.minLength(1), z.maxLength(128))
/** `appId` is the first of the sandbox's apps when left out. */
const LoginCodeRequest = z.strictObject({
  openid: z.optional(openid),
  unionid: z.optional(openid),
  appId: z.optional(z.string()),
})
const PhoneCodeRequest = z.strictObject({
  openid,
  phone: z.string().check(z.regex(/^\d{5,15}$/)),
  countryCode: z.optional(z.int().check(z.minimum(1), z.maximum(999))),
  appId: z.optional(z.string()),
})
/** Of the next picture that is looked at. */
const PictureVerdict = z.strictObject({
  suggest: z.enum(['pass', 'review', 'risky']),
  label: z.int().check(z.minimum(0), z.maximum(99_999)),
})

/** What `wx.requestSubscribeMessage` does when the user agrees; 0 takes all agreements back. */
const SubscriptionRequest = z.strictObject({
  openid,
  templateId: z.string(),
  times: z._default(z.int().check(z.minimum(0), z.maximum(1000)), 1),
})

async function read<S extends z.ZodMiniType>(c: Context, schema: S): Promise<z.output<S> | null> {
  const body = schema.safeParse(await c.req.json().catch(() => ({})))
  return body.success ? body.data : null
}

/** What stands in for the phone of a user and for WeChat's bad days. Only this program has it. */
export function addAdminRoutes(
  app: Hono,
  { apps, loginCodes, phoneCodes, tokens, faults, pictures, subscriptions }: Parts,
) {
  const [firstApp = ''] = apps.keys()

  app.post('/sandbox/login-codes', async (c) => {
    const body = await read(c, LoginCodeRequest)
    if (!body) return c.json({ error: 'invalid' }, 400)
    const { openid = `o${randomBytes(20).toString('base64url')}`, unionid, appId = firstApp } = body
    return c.json({ code: loginCodes.issue(appId, { openid, unionid }), openid }, 201)
  })

  app.post('/sandbox/phone-codes', async (c) => {
    const body = await read(c, PhoneCodeRequest)
    if (!body) return c.json({ error: 'invalid' }, 400)
    const { openid, phone, countryCode = 86, appId = firstApp } = body
    return c.json({ code: phoneCodes.issue(appId, { openid, phone, countryCode }) }, 201)
  })

  app.post('/sandbox/subscriptions', async (c) => {
    const body = await read(c, SubscriptionRequest)
    if (!body) return c.json({ error: 'invalid' }, 400)
    subscriptions.agree(body.openid, body.templateId, body.times)
    return c.json({ ok: true }, 201)
  })
  app.get('/sandbox/subscribe-messages', (c) =>
    c.json({ items: subscriptions.sentTo(c.req.query('openid')) }),
  )

  app.post('/sandbox/faults', async (c) => {
    const fault = await read(c, Fault)
    if (!fault) return c.json({ error: 'invalid' }, 400)
    if (fault.kind === 'expireTokens') tokens.expireAll()
    else if (fault.kind === 'highRisk') faults.blockUser(fault.openid ?? '', fault.times)
    else if (fault.kind === 'staleUser') faults.loseUser(fault.openid ?? '')
    else if (isPushing(fault.kind)) faults.addToPushes(fault.kind, fault.times)
    else faults.add(fault.kind, fault.times)
    return c.json({ ok: true }, 201)
  })

  app.post('/sandbox/picture-verdicts', async (c) => {
    const verdict = await read(c, PictureVerdict)
    if (!verdict) return c.json({ error: 'invalid' }, 400)
    pictures.tellNext(verdict)
    return c.json({ ok: true }, 201)
  })

  app.delete('/sandbox/faults', (c) => {
    faults.clear()
    return c.json({ ok: true })
  })
}
