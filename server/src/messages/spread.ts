import { MINUTE } from '@tmt/shared/time.ts'
import { enqueue, GiveUp, type JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { type Audience, enqueueDelivery, SPREAD } from './tell.ts'
import { findSaying, insertMessages, moveSpread } from './told-store.ts'

/** A write of this many rows stays far under 50 ms. */
const BATCH = 500
/** Then another job goes on: a lease is not for ever. */
const SHIFT = MINUTE

type Parts = { store: Store; audiences: Readonly<Record<string, Audience>>; now: () => number }

/**
 * Gives everybody of an audience their copy, batch by batch. Each batch and how far it came are one unit, so that
 * whoever goes on after a crash begins where it ended; and a copy is made once whatever happens.
 */
export function spreadJob({ store, audiences, now }: Parts): JobHandler {
  return {
    leaseMs: 2 * SHIFT,
    maxTries: 20,
    async run({ data }) {
      const saying = await findSaying(store.read, (data as { saying: string }).saying)
      if (!saying?.audience) return
      const audience = audiences[saying.audience]
      if (!audience) throw new GiveUp(`no audience ${saying.audience}`)
      const end = now() + SHIFT
      let after = saying.spreadTo
      for (;;) {
        const ask = { of: saying.audienceOf ?? '', until: saying.at, after, limit: BATCH }
        const people = await audience(store.read, ask)
        if (people.length === 0) return
        const last = people.at(-1)!
        await store.write(async (tx) => {
          const batch = await insertMessages(tx, saying, people, now())
          await moveSpread(tx, saying.id, last)
          if (batch) await enqueueDelivery(tx, batch, saying.template, now())
          if (now() >= end) await enqueue(tx, { kind: SPREAD, data: { saying: saying.id }, runAt: now() })
        })
        if (people.length < BATCH || now() >= end) return
        after = last
      }
    },
  }
}
