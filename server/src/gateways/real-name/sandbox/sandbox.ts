import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkOf } from '@tmt/shared/people/id-number.ts'
import { isoDay, MINUTE } from '@tmt/shared/time.ts'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod/mini'
import { listen, type Listening } from '../../listen.ts'
import { sign } from '../signature.ts'
import { createFaults, Fault, type FaultKind } from './faults.ts'
import { inventedPerson } from './people.ts'

/** What a sandbox expects when it is told of nothing else. */
export const demoKey = 'real-name-demo-key'
/** The adapter's address in the same process. */
export const demoUrl = 'http://127.0.0.1'

export type SandboxOptions = {
  /** Epoch milliseconds. */
  now?: () => number
  key?: string
  /** How late the fault `slow` answers. */
  slowMs?: number
}

const LIFE = 30 * MINUTE
/** The oldest are forgotten beyond this many. */
const KEPT = 1000
const provider = z.enum(['taizhouTong', 'suFuBan', 'netId'])
const text = z.string().check(z.minLength(1), z.maxLength(200))
const Start = z.strictObject({ provider, state: text, subject: text })
const Ask = z.strictObject({ provider, ticket: text })
type Verification = z.output<typeof Start> & { at: number; changed: boolean }

/**
 * A provider that knows everybody: whoever comes is an invented person, the same one each time, and is verified at
 * once. `POST /sandbox/faults` breaks it and `DELETE /sandbox/faults` mends it. It keeps what it knows in memory.
 */
export function createSandbox(options: SandboxOptions = {}) {
  const { now = Date.now, key = demoKey, slowMs = 15_000 } = options
  const faults = createFaults()
  const begun = new Map<string, Verification>()
  const app = new Hono()
  app.use(bodyLimit({ maxSize: 64 * 1024 }))

  async function strike(c: Context, kind: FaultKind | null) {
    if (kind === 'down') return c.text('bad gateway', 502)
    if (kind === 'busy') return c.json({ reason: 'tooManyAtOnce' }, 503)
    if (kind === 'garbage') return c.html('<html><body>welcome</body></html>')
    if (kind === 'slow') await sleep(slowMs, null, { signal: c.req.raw.signal, ref: false }).catch(() => null)
    return null
  }
  const known = (c: Context) => c.req.header('authorization') === `Bearer ${key}`

  app.post('/verifications', async (c) => {
    const struck = await strike(c, faults.next())
    if (struck) return struck
    if (!known(c)) return c.json({ reason: 'wrongCredentials' }, 401)
    const start = Start.safeParse(await c.req.json().catch(() => null))
    if (!start.success) return c.json({ reason: 'malformed' }, 422)
    const ticket = randomUUID()
    begun.set(ticket, { ...start.data, at: now(), changed: false })
    const [oldest] = begun.keys()
    if (begun.size > KEPT && oldest !== undefined) begun.delete(oldest)
    return c.json({ ticket, redirect: null }, 201)
  })

  app.post('/verifications/result', async (c) => {
    const kind = faults.next()
    const struck = await strike(c, kind)
    if (struck) return struck
    if (!known(c)) return c.json({ reason: 'wrongCredentials' }, 401)
    const ask = Ask.safeParse(await c.req.json().catch(() => null))
    if (!ask.success) return c.json({ reason: 'malformed' }, 422)
    const verification = begun.get(ask.data.ticket)
    if (!verification || kind === 'over' || now() - verification.at > LIFE)
      return c.json({ reason: 'ticketOver' }, 410)
    const body = JSON.stringify(resultOf(verification, kind, now()))
    const signedAt = kind === 'stale' ? now() - 60 * MINUTE : now()
    c.header('x-signature', sign(kind === 'forged' ? 'another key' : key, body, signedAt))
    return c.body(body, 200, { 'content-type': 'application/json' })
  })

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
    /** Asks the sandbox without a port: `createRealName({ url: demoUrl, key: demoKey, fetch: sandbox.fetch, … })`. */
    fetch: (async (input, init) => app.fetch(new Request(input, init))) as typeof fetch,
    /** On 127.0.0.1; port 0, the default, takes a free one. */
    listen: ({ port = 0 }: { port?: number } = {}): Promise<Listening> => listen(app, port),
  }
}
function resultOf(verification: Verification, kind: FaultKind | null, now: number) {
  const { state, subject, provider: by } = verification
  if (kind === 'no') return { state, status: 'failed' }
  if (kind === 'pending') return { state, status: 'pending' }
  const who = verification.changed ? `${subject}:another` : subject
  if (kind === 'twice') verification.changed = true
  const person = inventedPerson(who)
  const told = by === 'netId' ? { name: null, idNumber: null } : { ...person, ...oddNumber(kind, now) }
  return { state: kind === 'another' ? randomUUID() : state, status: 'passed', subject: who, ...told }
}
function oddNumber(kind: FaultKind | null, now: number) {
  const tenYearsAgo = `${Number(isoDay(now).slice(0, 4)) - 10}0101`
  const first =
    kind === 'child' ? `321200${tenYearsAgo}001` : kind === 'badNumber' ? '32120020080230002' : null
  return first === null ? {} : { idNumber: first + checkOf(first) }
}
