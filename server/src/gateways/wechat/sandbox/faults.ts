import { setTimeout as sleep } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import { z } from 'zod/mini'
import { refuse } from './answer.ts'

const ofUser = (kind: string) => kind === 'highRisk' || kind === 'staleUser'

/**
 * What may go wrong. `times` counts the requests it spoils (of one user, for `highRisk`); left out, it is
 * once, and for `highRisk` until the faults are cleared. `expireTokens` happens at once and has no count.
 * `staleUser` is of one user too: 61010, not here within two hours. The last three spoil the push of a verdict.
 * - `busy` answers -1; `garbage` HTML where JSON belongs; `down` HTTP 503; `slow` the right thing, too late
 */
export const Fault = z
  .strictObject({
    kind: z.enum([
      'busy',
      'slow',
      'garbage',
      'down',
      'expireTokens',
      'highRisk',
      'staleUser',
      'wrongSignature',
      'pushTwice',
      'noPush',
    ]),
    times: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
    openid: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  })
  .check(z.refine((fault) => ofUser(fault.kind) === (fault.openid !== undefined)))
type Fault = z.output<typeof Fault>

type Pushing = 'wrongSignature' | 'pushTwice' | 'noPush'
type Spoiling = Exclude<Fault['kind'], 'expireTokens' | 'highRisk' | 'staleUser' | Pushing>
export const isPushing = (kind: string): kind is Pushing =>
  ['wrongSignature', 'pushTwice', 'noPush'].includes(kind)

export function createFaults(slowMs: number) {
  let queue: { kind: Spoiling; left: number }[] = []
  let pushes: { kind: Pushing; left: number }[] = []
  const risky = new Map<string, number>()
  const stale = new Set<string>()

  function nextPush(): Pushing | null {
    const first = pushes[0]
    if (!first) return null
    first.left -= 1
    if (first.left === 0) pushes.shift()
    return first.kind
  }
  function next(): Spoiling | null {
    const first = queue[0]
    if (!first) return null
    first.left -= 1
    if (first.left === 0) queue.shift()
    return first.kind
  }

  /** Faults strike before anything is looked at, in the order they were asked for. */
  const strike: MiddlewareHandler = async (c, proceed) => {
    const kind = next()
    if (kind === 'busy') return refuse(c, -1)
    if (kind === 'garbage') return c.html('<html><body>502 Bad Gateway</body></html>')
    if (kind === 'down') return c.text('service unavailable', 503)
    if (kind === 'slow') {
      const waited = await sleep(slowMs, true, { signal: c.req.raw.signal, ref: false }).catch(() => false)
      // The caller has left: nobody reads this.
      if (!waited) return c.text('client closed request', 408)
    }
    return proceed()
  }

  return {
    strike,
    nextPush,
    addToPushes(kind: Pushing, times = 1) {
      pushes.push({ kind, left: times })
    },
    loseUser: (openid: string) => void stale.add(openid),
    knowsNot: (openid: string) => stale.has(openid),
    add(kind: Spoiling, times = 1) {
      queue.push({ kind, left: times })
    },
    blockUser(openid: string, times = Number.POSITIVE_INFINITY) {
      risky.set(openid, times)
    },
    /** Whether this login is blocked; a limited block wears off by asking. */
    blocks(openid: string) {
      const left = risky.get(openid)
      if (left === undefined) return false
      if (left > 1) risky.set(openid, left - 1)
      else risky.delete(openid)
      return true
    },
    clear() {
      queue = []
      pushes = []
      risky.clear()
      stale.clear()
    },
  }
}
export type Faults = ReturnType<typeof createFaults>
