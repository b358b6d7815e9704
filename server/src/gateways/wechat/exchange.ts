import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod/mini'
import { kindOf, Refused, ridOf } from './answers.ts'
import { WechatFailure } from './gateway.ts'
import type { WechatOperation } from './gateway.ts'

/** `query` carries secrets, so the URL is never shown. With a `body` it is a POST of JSON. */
type Call<S extends z.ZodMiniType> = {
  operation: WechatOperation
  path: string
  query?: Record<string, string>
  body?: Record<string, unknown>
  answer: S
}
type ExchangeOptions = { host: string; fetch: typeof fetch; timeoutMs: number; retryWaitMs: number }
type Exchange = <S extends z.ZodMiniType>(call: Call<S>) => Promise<z.output<S>>

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Asks WeChat and reads its answer; asked to come again (-1), it does so once, after `retryWaitMs`. */
export function createExchange({ host, fetch, timeoutMs, retryWaitMs }: ExchangeOptions): Exchange {
  const { protocol, hostname } = new URL(host)
  if (protocol !== 'https:' && !LOOPBACK.includes(hostname)) {
    throw new Error('wechat: the host must be https, since the app secret travels in the request')
  }

  async function ask({ operation, path, query, body }: Call<z.ZodMiniType>) {
    const url = new URL(path, host)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
    const signal = AbortSignal.timeout(timeoutMs)
    // A redirect would carry the secret to wherever it points.
    const init = { signal, redirect: 'error' } as const
    const post = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }
    const reply = await fetch(url, { ...init, ...post })
      .then(async (response) => ({ response, text: await response.text() }))
      .catch(() => null)
    if (!reply) {
      throw new WechatFailure(operation, 'unreachable', { detail: signal.aborted ? 'timeout' : 'network' })
    }
    if (!reply.response.ok) {
      throw new WechatFailure(operation, 'unreachable', { detail: `http ${reply.response.status}` })
    }
    try {
      // The login endpoint labels its JSON text/plain: the label is not looked at.
      return JSON.parse(reply.text) as unknown
    } catch {
      throw new WechatFailure(operation, 'unreachable', { detail: 'not json' })
    }
  }

  async function once<S extends z.ZodMiniType>(call: Call<S>): Promise<z.output<S>> {
    const json = await ask(call)
    const refused = Refused.safeParse(json)
    if (refused.success && refused.data.errcode !== 0) {
      const { errcode, errmsg } = refused.data
      throw new WechatFailure(call.operation, kindOf(errcode), { errcode, rid: ridOf(errmsg) })
    }
    const answer = call.answer.safeParse(json)
    if (!answer.success) throw new WechatFailure(call.operation, 'unexpected', { detail: 'shape' })
    return answer.data
  }

  return async (call) => {
    try {
      return await once(call)
    } catch (error) {
      if (!(error instanceof WechatFailure && error.kind === 'busy')) throw error
      await sleep(retryWaitMs)
      return once(call)
    }
  }
}
