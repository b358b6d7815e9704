import { z } from 'zod/mini'

/**
 * What may go wrong, in the order it was asked for; `times` counts the requests it spoils, once by default.
 * - `down` HTTP 502; `busy` 503; `slow` answers too late; `garbage` a 200 that is not JSON
 * - `forged` signed with another key; `stale` signed an hour ago; `another` is about another verification
 * - `no` does not pass; `pending` not yet; `over` the ticket is gone
 * - `twice` passes, and is another person the next time it is asked
 * - `child` passes, for somebody of ten; `badNumber` passes with 30 February
 */
export const Fault = z.strictObject({
  kind: z.enum([
    'down',
    'busy',
    'slow',
    'garbage',
    'forged',
    'stale',
    'another',
    'no',
    'pending',
    'over',
    'twice',
    'child',
    'badNumber',
  ]),
  times: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
})
type Fault = z.output<typeof Fault>
export type FaultKind = Fault['kind']

export function createFaults() {
  let queue: { kind: FaultKind; left: number }[] = []
  return {
    add({ kind, times = 1 }: Fault) {
      queue.push({ kind, left: times })
    },
    next(): FaultKind | null {
      const first = queue[0]
      if (!first) return null
      first.left -= 1
      if (first.left === 0) queue.shift()
      return first.kind
    },
    clear() {
      queue = []
    },
  }
}
