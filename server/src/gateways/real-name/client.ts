import { MINUTE } from '@tmt/shared/time.ts'
import { z } from 'zod/mini'
import { type OnlineProvider, RealNameFailure, type RealNameGateway, type Verification } from './gateway.ts'
import { isSigned } from './signature.ts'

export type RealNameOptions = {
  /** The adapter: https, or plain http for loopback alone. */
  url: string
  key: string
  providers: readonly OnlineProvider[]
  fetch?: typeof fetch
  timeoutMs?: number
  now?: () => number
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
/** Clocks differ a little, and an answer is read at once. */
const MAX_AGE = 5 * MINUTE
const Started = z.object({
  ticket: z.string().check(z.minLength(1), z.maxLength(200)),
  redirect: z.nullable(z.url().check(z.regex(/^https:\/\//), z.maxLength(1000))),
})
const state = z.string()
const Result = z.union([
  z.object({ state, status: z.literal('pending') }),
  z.object({ state, status: z.literal('failed') }),
  z.object({
    state,
    status: z.literal('passed'),
    subject: z.string().check(z.minLength(1), z.maxLength(200)),
    name: z.nullable(z.string().check(z.minLength(1), z.maxLength(50))),
    idNumber: z.nullable(z.string().check(z.maxLength(40))),
  }),
])

/**
 * No interface of 泰州通 or 苏服办 is public, so this speaks a plain one and an adapter in front translates:
 *
 *     POST <url>/verifications            {"provider":"taizhouTong","state":"…","subject":"…"}
 *       → 201 {"ticket":"…","redirect":"https://…" or null}
 *     POST <url>/verifications/result     {"provider":"taizhouTong","ticket":"…"}
 *       → 200 {"state":"…","status":"pending" | "failed" | "passed","subject":"…","name":"…","idNumber":"…"}
 *         x-signature: t=<epoch ms>,v1=<hex of HMAC-SM3(key, "t.body")>
 *
 * Both with `authorization: Bearer <key>`. `subject` in the first is our pseudonym of the account. A result is the
 * same however often it is asked for, for half an hour; 410 when the ticket is over. 429 and 503 count as busy.
 */
export function createRealName({ url, key, providers, ...rest }: RealNameOptions): RealNameGateway {
  const { fetch = globalThis.fetch, timeoutMs = 5000, now = Date.now } = rest
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !LOOPBACK.includes(hostname))
    throw new Error('real name: the address must be https, since names and numbers travel in the answer')

  async function ask(path: string, input: object) {
    const signal = AbortSignal.timeout(timeoutMs)
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
    const init = { method: 'POST', headers, body: JSON.stringify(input), signal, redirect: 'error' } as const
    const reply = await fetch(`${url.replace(/\/$/, '')}/${path}`, init)
      .then(async (response) => ({ response, text: await response.text() }))
      .catch(() => null)
    if (!reply) throw new RealNameFailure('unreachable', null, signal.aborted ? 'timeout' : 'network')
    if (!reply.response.ok) throw new RealNameFailure(kindOf(reply.response.status), reply.response.status)
    return reply
  }
  return {
    providers,
    async start(provider, ctx) {
      const { response, text } = await ask('verifications', { provider, ...ctx })
      const started = Started.safeParse(parse(text))
      if (!started.success)
        throw new RealNameFailure('unreachable', response.status, 'no ticket in the answer')
      return started.data
    },
    async finish(provider, ctx): Promise<Verification> {
      const { response, text } = await ask('verifications/result', { provider, ticket: ctx.ticket })
      const { status, headers } = response
      if (!isSigned(key, text, headers.get('x-signature') ?? '', now(), MAX_AGE))
        throw new RealNameFailure('forged', status, 'signature')
      const result = Result.safeParse(parse(text))
      if (!result.success) throw new RealNameFailure('unreachable', status, 'no result in the answer')
      // An answer about somebody else's verification must never become mine.
      if (result.data.state !== ctx.state) throw new RealNameFailure('forged', status, 'state')
      if (result.data.status !== 'passed') return { outcome: result.data.status }
      const { name, idNumber, subject } = result.data
      return { outcome: 'passed', name, idNumber, subject }
    },
  }
}

function kindOf(status: number) {
  if (status === 410) return 'gone'
  if (status === 429 || status === 503) return 'busy'
  return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unreachable'
}
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
