import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Answer } from './answers.ts'
import type { Sent } from './endpoint.ts'
import { apiHeaders, publicCaching } from './headers.ts'
import { toProblem } from './problem.ts'

const json = 'application/json; charset=utf-8'

/** Whether the client holds these bytes already (If-None-Match, RFC 9110: compared weakly). */
export function holds(ifNoneMatch: string | undefined, etag: string) {
  if (!ifNoneMatch) return false
  return ifNoneMatch.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

/** The headers of a public answer; one list for the app and for the shortcut before it. */
export function publicHeaders(etag: string, whole: boolean) {
  return { ...apiHeaders, ETag: etag, 'Cache-Control': publicCaching, ...(whole && { 'Content-Type': json }) }
}

export function sendAnswer(c: Context, { body, etag }: Answer) {
  if (holds(c.req.header('if-none-match'), etag)) return c.body(null, 304, publicHeaders(etag, false))
  return c.body(body, 200, publicHeaders(etag, true))
}
export function sendJson(c: Context, value: unknown, status: ContentfulStatusCode = 200) {
  return c.body(JSON.stringify(value), status, {
    ...apiHeaders,
    'Content-Type': json,
    'Cache-Control': 'no-store',
  })
}
/** Bytes; a browser shows them beside a page of ours, and runs nothing that may be in them. */
export function sendBytes(c: Context, { bytes, type, etag, caching }: Sent) {
  const headers = { ...apiHeaders, ETag: etag, 'Cache-Control': caching }
  if (holds(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
  return c.body(bytes, 200, { ...headers, 'Content-Type': type, 'Content-Length': String(bytes.length) })
}
/** A failure as it is told, with its headers. */
export function problemReply(error: unknown, requestId: string) {
  const body = toProblem(error, requestId)
  return {
    body: JSON.stringify(body),
    status: body.status,
    headers: {
      ...apiHeaders,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(body.retryAfter && { 'Retry-After': String(body.retryAfter) }),
    },
  }
}
export function sendProblem(c: Context, error: unknown, requestId: string) {
  const { body, status, headers } = problemReply(error, requestId)
  return c.body(body, status as ContentfulStatusCode, headers)
}
