import { WebSocketServer, type WebSocket } from 'ws'
import { SDK_VERSION } from './compile/project.ts'
import type { Host } from './host.ts'

type Request = { id: string; method: string; params: Record<string, unknown> }
type Answers = Record<string, (params: Record<string, unknown>) => unknown>

/** The largest message that a client may send. */
const LARGEST = 16 * 1024 * 1024

/** A message of the client, or why it is none. */
function read(text: string): Request | string {
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return 'the message is no JSON'
  }
  if (typeof message !== 'object' || message === null) return 'the message is no object'
  const { id, method, params = {} } = message as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') return 'the message has no id'
  if (typeof method !== 'string') return 'the message names no method'
  if (typeof params !== 'object' || params === null) return 'params is no object'
  return { id: String(id), method, params: params as Record<string, unknown> }
}

export type Protocol = {
  emit(method: string, params: unknown): void
  /** From now on the host answers; what went wrong before it stood is an answer too. */
  serve(host: Host | Error): void
  close(): Promise<void>
}

/**
 * The automator's protocol on a port of this machine. Requests wait until the mini-program stands; exceptions from
 * before are told to the first client. Rejects when the port is taken.
 */
export async function listen(
  port: number,
  on: Record<'close' | 'came' | 'left', () => void>,
): Promise<Protocol> {
  const server = new WebSocketServer({ host: '127.0.0.1', port, maxPayload: LARGEST })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  let stand: (host: Host | Error) => void = () => undefined
  const standing = new Promise<Host | Error>((resolve) => (stand = resolve))
  // The client attaches its listeners after the handshake: until its first real request nobody listens.
  let unheard: string[] | null = []

  const answers: Answers = {
    'Tool.getInfo': () => ({ SDKVersion: SDK_VERSION }),
    'Tool.close': () => {
      setTimeout(on.close, 20)
      return {}
    },
    'Tool.enableRemoteDebug': () => {
      throw new Error('remote debugging is not in the e2e host')
    },
    'Tool.getTestAccounts': () => ({ accounts: [] }),
    'Tool.getTicket': () => ({ ticket: '' }),
    'Tool.setTicket': () => ({}),
    'Tool.refreshTicket': () => ({}),
    'Tool.stopAudits': () => {
      throw new Error('audits are not in the e2e host')
    },
  }

  async function answer(socket: WebSocket, request: Request) {
    const { id, method, params } = request
    const send = (value: object) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ id, ...value }))
    }
    try {
      const host = await standing
      if (host instanceof Error) throw host
      const own = answers[method]
      if (own) send({ result: await own(params) })
      else if (method === 'App.captureScreenshot') send({ result: { data: await host.screenshot() } })
      else send({ result: (await host.ask(method, params)) ?? {} })
    } catch (error) {
      send({ error: { message: (error as Error).message } })
    }
  }

  server.on('connection', (socket) => {
    on.came()
    socket.on('error', () => socket.terminate())
    socket.on('close', on.left)
    socket.on('message', (data) => {
      const request = read((data as Buffer).toString('utf8'))
      if (typeof request === 'string') {
        socket.send(JSON.stringify({ error: { message: request } }))
        return
      }
      if (unheard && request.method !== 'Tool.getInfo') {
        for (const text of unheard) socket.send(text)
        unheard = null
      }
      void answer(socket, request)
    })
  })

  return {
    emit: (method, params) => {
      const text = JSON.stringify({ method, params })
      if (!unheard) for (const client of server.clients) client.send(text)
      else if (method === 'App.exceptionThrown') unheard.push(text)
    },
    serve: stand,
    close: async () => {
      for (const client of server.clients) client.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
