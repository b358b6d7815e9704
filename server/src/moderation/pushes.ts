import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isFromWechat, type PushKeys, readPush } from '../gateways/wechat/push.ts'
import type { Env } from '../platform/http.ts'
import type { Log } from '../platform/log.ts'
import { problem } from '../platform/problem.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
import type { Store } from '../platform/store.ts'
import { judge } from './judging.ts'
import { findByTrace } from './store.ts'

/** Where WeChat's 消息推送 is set to send to. */
export const PUSH_PATH = '/api/wechat/push'

type Parts = { keys: PushKeys; store: Store; ownUnit: OwnUnit; log: Log }

/**
 * Hears WeChat's verdicts on pictures. It is no endpoint of the product: WeChat says how it asks and what is
 * answered. A push that is not proved is refused and changes nothing; one that comes again finds all done. One
 * that comes before its trace is written down is answered with 503, upon which WeChat sends it again.
 */
export function hearPushes(app: Hono<Env>, { keys, store, ownUnit, log }: Parts) {
  const queryOf = (c: Context) => c.req.query()
  const refused = (c: Context<Env>) => {
    log.warn({ requestId: c.get('requestId') }, 'a push without a valid signature')
    return c.text('forbidden', 403)
  }

  // Once, when the address is set up.
  app.get(PUSH_PATH, (c) => {
    const query = queryOf(c)
    return isFromWechat(keys, query) ? c.text(query.echostr ?? '') : refused(c)
  })
  const limit = bodyLimit({
    maxSize: 256 * 1024,
    onError: () => {
      throw problem('tooLarge')
    },
  })
  app.post(PUSH_PATH, limit, async (c) => {
    const push = readPush(keys, queryOf(c), await c.req.text())
    if (push === 'forged') return refused(c)
    if (push === 'other') return c.text('success')
    const check = await findByTrace(store.read, push.traceId)
    if (!check) return c.text('not yet', 503)
    await judge(ownUnit, check, push.verdict ?? 'gatewayDown')
    return c.text('success')
  })
}
