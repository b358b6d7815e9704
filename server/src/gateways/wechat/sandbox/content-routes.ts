import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Hono } from 'hono'
import { z } from 'zod/mini'
import { type PushKeys, sealPush, signPush } from '../push.ts'
import { refuse } from './answer.ts'
import { PASS, type PushTarget, type Verdict } from './pictures.ts'
import type { Parts } from './wechat-routes.ts'

/** Stand for what WeChat would find; everything else passes. */
const RISKY_WORDS = '违规样例'
const DOUBTFUL_WORDS = '存疑样例'

const openid = z.string().check(z.minLength(1))
const scene = z.enum({ profile: 1, comment: 2, forum: 3, diary: 4 })
const TextRequest = z.object({
  version: z.literal(2),
  openid,
  scene,
  content: z.string().check(z.minLength(1), z.maxLength(2500)),
  title: z.optional(z.string()),
})
const MediaRequest = z.object({
  version: z.literal(2),
  openid,
  scene,
  media_url: z.url(),
  media_type: z.enum({ sound: 1, picture: 2 }),
})

const traceId = () => [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')
function judge(text: string): Verdict {
  if (text.includes(RISKY_WORDS)) return { suggest: 'risky', label: 20_006 }
  return text.includes(DOUBTFUL_WORDS) ? { suggest: 'review', label: 10_001 } : PASS
}

/** msgSecCheck 2.0 and mediaCheckAsync 2.0, with the push that follows the latter. */
export function addContentRoutes(app: Hono, { now, tokens, faults, pictures, push }: Parts) {
  const holderOf = (token: string | undefined) => (token ? tokens.check(token) : 41001)

  app.post('/wxa/msg_sec_check', async (c) => {
    const holder = holderOf(c.req.query('access_token'))
    if (typeof holder === 'number') return refuse(c, holder)
    const body = TextRequest.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return refuse(c, 47001)
    if (faults.knowsNot(body.data.openid)) return refuse(c, 61010)
    const result = judge(`${body.data.title ?? ''}\n${body.data.content}`)
    const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }]
    return c.json({ errcode: 0, errmsg: 'ok', result, detail, trace_id: traceId() })
  })

  app.post('/wxa/media_check_async', async (c) => {
    const holder = holderOf(c.req.query('access_token'))
    if (typeof holder === 'number') return refuse(c, holder)
    const body = MediaRequest.safeParse(await c.req.json().catch(() => null))
    if (!body.success) return refuse(c, 47001)
    if (faults.knowsNot(body.data.openid)) return refuse(c, 61010)
    const trace_id = traceId()
    pictures.run(deliver(holder.appId, trace_id, body.data.media_url))
    return c.json({ errcode: 0, errmsg: 'ok', trace_id })
  })

  async function deliver(appId: string, trace_id: string, url: string) {
    // The answer goes out before the verdict does.
    await sleep(0)
    const target = push.target
    const spoiled = faults.nextPush()
    if (!target || spoiled === 'noPush') return
    const loaded = await push.fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    const common = {
      ToUserName: 'gh_sandbox',
      FromUserName: 'sandbox',
      CreateTime: Math.floor(now() / 1000),
      MsgType: 'event',
      Event: 'wxa_media_check',
      appid: appId,
      trace_id,
      version: 2,
    }
    const result = loaded ? pictures.take() : undefined
    const said = result
      ? {
          ...common,
          errcode: 0,
          errmsg: 'ok',
          result: { ...result, label: String(result.label) },
          detail: [],
        }
      : { ...common, errcode: -1008, errmsg: 'download failed', detail: [] }
    const message = JSON.stringify(said)
    for (let time = 0; time < (spoiled === 'pushTwice' ? 2 : 1); time += 1)
      await send({ ...target, appId }, message, spoiled === 'wrongSignature')
  }

  /** As WeChat does, up to three times until it is answered with 200. */
  async function send(target: PushTarget & PushKeys, message: string, forged: boolean) {
    const timestamp = String(Math.floor(now() / 1000))
    const nonce = randomBytes(5).toString('hex')
    const token = forged ? `${target.token}x` : target.token
    const query = new URLSearchParams({ signature: signPush(token, timestamp, nonce), timestamp, nonce })
    let body = message
    if (target.aesKey !== null) {
      const Encrypt = sealPush(target, message)
      query.set('msg_signature', signPush(token, timestamp, nonce, Encrypt))
      body = JSON.stringify({ ToUserName: 'gh_sandbox', Encrypt })
    }
    const headers = { 'content-type': 'application/json' }
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = await push
        .fetch(`${target.url}?${query}`, { method: 'POST', headers, body })
        .catch(() => null)
      if (answer?.ok) return
      await sleep(push.retryMs)
    }
  }
}
