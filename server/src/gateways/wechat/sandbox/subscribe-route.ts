import type { Hono } from 'hono'
import { z } from 'zod/mini'
import { refuse } from './answer.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { Tokens } from './tokens.ts'

const SendRequest = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.optional(z.string()),
  data: z.record(z.string(), z.object({ value: z.string() })),
})
type Parts = { tokens: Tokens; subscriptions: Subscriptions }

/** 发送订阅消息, with the answers that WeChat documents. */
export function addSubscribeRoute(app: Hono, { tokens, subscriptions }: Parts) {
  app.post('/cgi-bin/message/subscribe/send', async (c) => {
    const token = c.req.query('access_token')
    if (!token) return refuse(c, 41001)
    const holder = tokens.check(token)
    if (typeof holder === 'number') return refuse(c, holder)
    const body = SendRequest.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return refuse(c, 47001)
    const { touser, template_id, page = 'pages/index', data } = body.data
    const errcode = subscriptions.send({ openid: touser, templateId: template_id, page, data })
    return errcode === null ? c.json({ errcode: 0, errmsg: 'ok' }) : refuse(c, errcode)
  })
}
