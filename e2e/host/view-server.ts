import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Project } from './compile/project.ts'

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}
/** Pages load from this machine alone; the app's own requests leave by the host. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src http://127.0.0.1:* http://localhost:* data: blob:',
  "connect-src 'self' ws://127.0.0.1:*",
  'font-src data:',
].join('; ')

/** For a script tag: `<` could end it. */
const embed = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

export type ViewServer = {
  address: string
  /** The socket of the one view that knows the key. */
  view: Promise<WebSocket>
  close(): Promise<void>
}

/** Serves the view's page and the package's pictures, to this machine alone, and takes the view's socket. */
export async function serveView(project: Project, styles: Record<string, string>, script: string) {
  const key = randomBytes(16).toString('hex')
  const given = embed({ app: project.manifest.app, device: project.manifest.device, styles })
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body><script>window.__given=${given}</script><script src="/view.js"></script></body></html>`
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://view')
    const send = (type: string, body: string | Buffer) =>
      response
        .writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY })
        .end(body)
    if (pathname === '/') return void send('text/html', page)
    if (pathname === '/view.js') return void send('text/javascript', script)
    const file = normalize(decodeURIComponent(pathname))
    const type = TYPES[extname(file).toLowerCase()]
    if (!file.startsWith('/app/') || !type) return void response.writeHead(404).end()
    readFile(join(project.root, file.slice(5))).then(
      (body) => send(type, body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sockets = new WebSocketServer({ server, path: '/view' })
  const view = new Promise<WebSocket>((resolve) => {
    sockets.on('connection', (socket, request) => {
      if (request.url?.endsWith(key)) resolve(socket)
      else socket.terminate()
    })
  })
  const { port } = server.address() as AddressInfo
  const close = async () => {
    for (const client of sockets.clients) client.terminate()
    sockets.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { address: `http://127.0.0.1:${port}/?${key}`, view, close } satisfies ViewServer
}
