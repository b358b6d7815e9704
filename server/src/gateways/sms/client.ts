import { z } from 'zod/mini'
import { SmsFailure } from './gateway.ts'
import type { SmsGateway } from './gateway.ts'

export type SmsOptions = {
  /** Where messages are posted to: https, or plain http for loopback alone. */
  url: string
  token: string
  fetch?: typeof fetch
  timeoutMs?: number
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
const Accepted = z.object({ providerId: z.string().check(z.minLength(1), z.maxLength(128)) })
const Refusal = z.object({ reason: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9._-]{0,39}$/)) })

/**
 * Every SMS provider has its own interface, so this speaks a plain one and a small adapter in front translates:
 *
 *     POST <url>
 *     content-type: application/json
 *     authorization: Bearer <token>
 *     {"phone":"13800000001","template":"signInCode","params":{"code":"123456","minutes":5},"idempotencyKey":"…"}
 *
 * The adapter fills the approved text of `template`, sends a key once however often it comes (for a day at
 * least) and answers
 * - 2xx `{"providerId":"…"}`: taken on, now or before under this key
 * - another 4xx, `{"reason":"numberRefused"}`: refused for good; the reason is one word, letters first
 * - 429 or 503, with `retry-after` in seconds if it knows: busy, nothing sent
 * - anything else counts as unreachable
 */
export function createSms({ url, token, ...rest }: SmsOptions): SmsGateway {
  const { fetch = globalThis.fetch, timeoutMs = 5000 } = rest
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && !LOOPBACK.includes(hostname)) {
    throw new Error('sms: the address must be https, since sign-in codes travel in the request')
  }

  return {
    async send({ phone, template, params, idempotencyKey }) {
      const body = JSON.stringify({ phone, template, params, idempotencyKey })
      const signal = AbortSignal.timeout(timeoutMs)
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      // A redirect would carry the code to wherever it points.
      const reply = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' })
        .then(async (response) => ({ response, json: parse(await response.text()) }))
        .catch(() => null)
      if (!reply) throw new SmsFailure('unreachable', { detail: signal.aborted ? 'timeout' : 'network' })
      const { response, json } = reply
      if (!response.ok) throw failureOf(response, json)
      const accepted = Accepted.safeParse(json)
      if (accepted.success) return { providerId: accepted.data.providerId }
      throw new SmsFailure('unreachable', { status: response.status, detail: 'no providerId in the answer' })
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function failureOf({ status, headers }: Response, json: unknown) {
  const { data } = Refusal.safeParse(json)
  const reason = data?.reason ?? null
  if (status === 429 || status === 503) {
    const seconds = headers.get('retry-after') ?? ''
    return new SmsFailure('busy', {
      status,
      reason,
      retryAfter: /^\d{1,6}$/.test(seconds) ? Number(seconds) : null,
    })
  }
  // 408 is a proxy that gave up waiting, not a verdict.
  const final = status >= 400 && status < 500 && status !== 408
  return new SmsFailure(final ? 'refused' : 'unreachable', { status, reason })
}
