import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Answer, Answers } from './answers.ts'
import { type Env, newRequestId } from './http.ts'
import { problem } from './problem.ts'
import { holds, problemReply, publicHeaders } from './replies.ts'

/**
 * Answers a kept public answer straight from its bytes, before any routing; everything else goes to the app.
 * The same answer through the app has the same bytes and headers, but for the request id.
 */
function shortcut(answers: Answers, now: number, request: IncomingMessage, response: ServerResponse) {
  const { method, url = '' } = request
  if (method !== 'GET' || !url.startsWith('/api/')) return false
  const kept = answers.find(url, now)
  if (kept) sendKept(kept, request, response)
  return kept !== undefined
}
function sendKept({ body, etag }: Answer, request: IncomingMessage, response: ServerResponse) {
  const whole = !holds(request.headers['if-none-match'], etag)
  const headers = Object.entries(publicHeaders(etag, whole)).flat()
  if (!whole) response.writeHead(304, headers).end()
  else response.writeHead(200, [...headers, 'Content-Length', String(body.length)]).end(body)
}

/** What Hono never saw: a request line or Host header that makes no address, or a failure in sending. */
function failed(error: unknown) {
  const malformed = error instanceof Error && error.name === 'RequestError'
  const { body, ...rest } = problemReply(problem(malformed ? 'malformed' : 'internal'), newRequestId())
  return new Response(body, rest)
}

export type Listening = {
  url: string
  /** Takes no new connections, finishes the requests it has, then resolves; cuts off what lasts longer than `patience`. */
  close(patience?: number): Promise<void>
}

export async function listen(
  app: Pick<Hono<Env>, 'fetch'>,
  at: { host: string; port: number; answers: Answers; now: () => number },
): Promise<Listening> {
  // Its own light Response takes the place of the global one: half the cost of an answer that is not kept.
  const listener = getRequestListener(app.fetch, { errorHandler: failed })
  const server = createServer((request, response) => {
    if (!shortcut(at.answers, at.now(), request, response)) void listener(request, response)
  })
  // Slow senders hold a socket, not the server.
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const host = at.host.includes(':') ? `[${at.host}]` : at.host === '0.0.0.0' ? 'localhost' : at.host
  return {
    url: `http://${host}:${port}`,
    async close(patience = 10_000) {
      const closed = new Promise((resolve) => server.close(resolve))
      // A connection that has got its last answer would be kept alive for another minute.
      const idle = setInterval(() => server.closeIdleConnections(), 20)
      const late = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearInterval(idle)
      clearTimeout(late)
    },
  }
}
