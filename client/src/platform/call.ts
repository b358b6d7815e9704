import Taro from '@tarojs/taro'
import type { Endpoint, Input, Output } from '@tmt/shared/contract.ts'
import type { Problem } from '@tmt/shared/problem.ts'
import { hearTime } from './clock.ts'
import { Refused, Unreachable } from './errors.ts'
import { helpingHere } from './helping.ts'
import { newKey } from './keys.ts'
import { expireSession, sessionToken } from './session.ts'

export type CallOptions = {
  signal?: AbortSignal | undefined
  /** Made once for what a person means to do, and kept for its retries (useCommand does so). */
  idempotencyKey?: string | undefined
}
const TIMEOUT = 15_000

/**
 * Asks the API. Throws `Refused` for an answer that says no and `Unreachable` when none came.
 * Answers are not parsed by zod again: the server checks every answer against the same contract before it
 * commits, and walking a list of cards costs an old phone more than the request's parsing does.
 */
export async function call<E extends Endpoint>(endpoint: E, input: Input<E>, options: CallOptions = {}) {
  const token = sessionToken()
  const acting = helpingHere()
  const { url, body } = address(endpoint, input as Record<string, unknown>)
  const answer = await send(
    {
      url,
      method: endpoint.method.toUpperCase() as 'GET',
      header: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(endpoint.helpable && acting ? { 'X-Help': acting.help } : {}),
        ...(endpoint.kind === 'command' ? { 'Idempotency-Key': options.idempotencyKey ?? newKey() } : {}),
      },
      data: body,
      timeout: TIMEOUT,
      // H5: a kept answer is asked after again (ETag), so that what I just changed is seen.
      cache: 'no-cache',
    },
    options.signal,
  )
  hearTime(dateOf(answer.header))
  return outcomeOf<Output<E>>(answer, token)
}

/** What an answer says: its data, or a refusal that is thrown. */
export function outcomeOf<T>(answer: { statusCode: number; data: unknown }, token = sessionToken()): T {
  const { statusCode, data } = answer
  if (statusCode >= 200 && statusCode < 300) return (typeof data === 'string' ? parsed(data) : data) as T
  if (statusCode === 401 && token) expireSession(token)
  throw problemOf(answer)
}
/** Headers for what is sent past `call`: an upload. */
export function authorized(header: Record<string, string>): Record<string, string> {
  const token = sessionToken()
  return token ? { ...header, Authorization: `Bearer ${token}` } : header
}
/** Where a path of the API is, for what is fetched past `call`: a picture, an upload. */
export const addressOf = (path: string) => `${API_BASE}/api${path}`

async function send(request: Taro.request.Option, signal?: AbortSignal) {
  const task = Taro.request<unknown>(request)
  const abort = () => task.abort?.()
  signal?.addEventListener('abort', abort)
  try {
    return await task
  } catch (error) {
    throw new Unreachable(error)
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/** Browsers write the names of headers small, WeChat as they came. */
function dateOf(header: Record<string, string> | undefined) {
  return header?.date ?? header?.Date
}

function problemOf({ statusCode, data }: { statusCode: number; data: unknown }) {
  // WeChat hands over the text where it did not take the answer for JSON.
  const value = typeof data === 'string' ? parsed(data) : data
  const problem = value as Partial<Problem> | null
  if (problem && typeof problem.code === 'string' && typeof problem.title === 'string') {
    return new Refused({ ...problem, code: problem.code, title: problem.title, status: statusCode })
  }
  // Not our server's answer: a proxy on the way, or a maintenance page.
  if (statusCode === 404) return Refused.common('notFound')
  if (statusCode === 429) return Refused.common('tooManyRequests')
  return Refused.common(statusCode === 500 ? 'internal' : 'unavailable')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Path parameters are filled in; what is left of the input is a query's string or a command's body. */
function address(endpoint: Endpoint, input: Record<string, unknown>) {
  const rest = { ...input }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    if (value === undefined || value === '') throw new Error(`${endpoint.name}: ${name} is missing`)
    return encodeURIComponent(value as string | number | boolean)
  })
  const url = addressOf(path)
  if (endpoint.kind === 'command')
    return { url, body: 'body' in endpoint && endpoint.body ? rest : undefined }
  const query = Object.entries(rest)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string | number | boolean)}`)
    .join('&')
  return { url: query ? `${url}?${query}` : url, body: undefined }
}
