import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Answers } from './answers.ts'
import { apiHeaders, publicCaching } from './headers.ts'
import type { Env } from './http.ts'

const fixed = Object.entries({
  ...apiHeaders,
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': publicCaching,
}).flat()

/**
 * Answers a kept public answer straight from its bytes, before any routing; everything else goes to the app.
 * The same answer through the app has the same bytes and headers, but for the request id.
 */
function shortcut(answers: Answers, now: () => number, request: IncomingMessage, response: ServerResponse) {
  const { method, url = '', headers } = request
  if (method !== 'GET' || !url.startsWith('/api/')) return false
  const kept = answers.find(url, now())
  if (!kept) return false
  if (headers['if-none-match'] === kept.etag) {
    response.writeHead(304, [...fixed, 'ETag', kept.etag])
    response.end()
  } else {
    response.writeHead(200, [...fixed, 'ETag', kept.etag, 'Content-Length', String(kept.body.length)])
    response.end(kept.body)
  }
  return true
}

export type Listening = {
  url: string
  /** Takes no new connections, finishes the requests it has, then resolves; cuts off what lasts longer than `patience`. */
  close(patience?: number): Promise<void>
}

export async function listen(
  app: Hono<Env>,
  at: { host: string; port: number; answers: Answers; now(): number },
): Promise<Listening> {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server: Server = createServer((request, response) => {
    if (!shortcut(at.answers, at.now, request, response)) void listener(request, response)
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
      server.closeIdleConnections()
      const timer = setTimeout(() => server.closeAllConnections(), patience)
      await closed
      clearTimeout(timer)
    },
  }
}
