import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

export type Listening = { url: string; port: number; close: () => Promise<void> }

/** Serves on 127.0.0.1 alone; port 0 takes a free one. Rejects when the port is taken. */
export function listen(app: Hono, port: number): Promise<Listening> {
  const handle = getRequestListener(app.fetch)
  const server = createServer((request, response) => void handle(request, response))
  server.maxConnections = 200
  server.requestTimeout = 30_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const bound = address !== null && typeof address === 'object' ? address.port : port
      resolve({
        url: `http://127.0.0.1:${bound}`,
        port: bound,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            server.closeAllConnections()
          }),
      })
    })
  })
}
