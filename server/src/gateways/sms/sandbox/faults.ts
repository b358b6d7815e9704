import { setTimeout as sleep } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import { z } from 'zod/mini'

/**
 * What may go wrong. `times` counts the messages it spoils; left out, it is once, and for `refuseNumber`,
 * which strikes one `phone`, until the faults are cleared.
 * - `down` HTTP 502; `busy` 429 with retry-after; `garbage` a 200 that is not JSON; `slow` sent, but said too late
 */
export const Fault = z
  .strictObject({
    kind: z.enum(['down', 'busy', 'garbage', 'slow', 'refuseNumber']),
    times: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
    phone: z.optional(z.string().check(z.regex(/^\d{11}$/))),
  })
  .check(z.refine((fault) => (fault.kind === 'refuseNumber') === (fault.phone !== undefined)))
type Fault = z.output<typeof Fault>

type Spoiling = Exclude<Fault['kind'], 'refuseNumber'>

export function createFaults(slowMs: number) {
  let queue: { kind: Spoiling; left: number }[] = []
  const refused = new Map<string, number>()

  function next(): Spoiling | null {
    const first = queue[0]
    if (!first) return null
    first.left -= 1
    if (first.left === 0) queue.shift()
    return first.kind
  }

  /** In the order they were asked for. */
  const strike: MiddlewareHandler = async (c, proceed) => {
    const kind = next()
    if (kind === 'down') return c.text('bad gateway', 502)
    if (kind === 'busy') return c.json({ reason: 'tooManyAtOnce' }, 429, { 'retry-after': '30' })
    if (kind === 'garbage') return c.html('<html><body>welcome</body></html>')
    await proceed()
    // The worst kind: the message is on its way, and the sender does not hear of it.
    if (kind === 'slow') await sleep(slowMs, null, { signal: c.req.raw.signal, ref: false }).catch(() => null)
    return undefined
  }

  return {
    strike,
    add({ kind, times, phone }: Fault) {
      if (kind === 'refuseNumber') refused.set(phone ?? '', times ?? Number.POSITIVE_INFINITY)
      else queue.push({ kind, left: times ?? 1 })
    },
    refuses(phone: string) {
      const left = refused.get(phone)
      if (left === undefined) return false
      if (left > 1) refused.set(phone, left - 1)
      else refused.delete(phone)
      return true
    },
    clear() {
      queue = []
      refused.clear()
    },
  }
}
