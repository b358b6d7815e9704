import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { authorize } from './authorize.ts'
import { createFaults, Fault } from './faults.ts'
import { listen, type Listening } from '../../listen.ts'
import { createOutbox, Message, type Texts } from './outbox.ts'

/** What a sandbox expects when it is told of nothing else. */
export const demoToken = 'demo-token'
/** Where messages are posted to in the same process; over HTTP, `<url>/messages`. */
export const demoUrl = 'http://127.0.0.1/messages'

export type SandboxOptions = {
  /** Epoch milliseconds. */
  now?: () => number
  token?: string
  /** How late the fault `slow` answers. */
  slowMs?: number
  /** Approved beside the sign-in code's, by name; `{blank}` is filled from the params. */
  texts?: Texts
}
export type Sandbox = {
  app: Hono
  /** Asks the sandbox without a port: `createSms({ url: demoUrl, token: demoToken, fetch: sandbox.fetch })`. */
  fetch: typeof fetch
  /** On 127.0.0.1; port 0, the default, takes a free one. */
  listen: (options?: { port?: number }) => Promise<Listening>
}

/**
 * An SMS provider that sends nothing. `POST /messages` takes what `createSms` sends, each idempotency key
 * once; `GET /sandbox/messages?phone=` shows the last 50, newest first; `POST /sandbox/faults` breaks it and
 * `DELETE /sandbox/faults` mends it. It keeps 1000 messages, in memory.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { now = Date.now, token = demoToken, slowMs = 15_000, texts = {} } = options
  const faults = createFaults(slowMs)
  const outbox = createOutbox(now, texts)
  const app = new Hono()
  app.use(bodyLimit({ maxSize: 64 * 1024 }))

  app.post('/messages', faults.strike, authorize(token), async (c) => {
    const message = Message.safeParse(await c.req.json().catch(() => null))
    if (!message.success) return c.json({ reason: 'malformed' }, 422)
    if (faults.refuses(message.data.phone)) return c.json({ reason: 'numberRefused' }, 422)
    const sent = outbox.send(message.data)
    if (typeof sent !== 'string') return c.json({ providerId: sent.providerId })
    return c.json({ reason: sent }, sent === 'keyReused' ? 409 : 422)
  })

  app.get('/sandbox/messages', (c) => c.json({ items: outbox.last(c.req.query('phone'), 50) }))

  app.post('/sandbox/faults', async (c) => {
    const fault = Fault.safeParse(await c.req.json().catch(() => null))
    if (!fault.success) return c.json({ reason: 'malformed' }, 400)
    faults.add(fault.data)
    return c.json({ ok: true }, 201)
  })
  app.delete('/sandbox/faults', (c) => {
    faults.clear()
    return c.json({ ok: true })
  })

  return {
    app,
    fetch: async (input, init) => app.fetch(new Request(input, init)),
    listen: ({ port = 0 } = {}) => listen(app, port),
  }
}
