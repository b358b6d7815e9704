import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { CONFIRM_AHEAD } from '@tmt/shared/residency/rules.ts'
import { holdPerson } from '../people/store.ts'
import type { Tell } from '../platform/events.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { sweepDoorCodes } from './door-code-store.ts'
import { residencyEnding, residencyExpired } from './events.ts'
import { listLapsed, takeUnreminded } from './queue-store.ts'
import { settleStanding } from './standing-store.ts'
import { step } from './store.ts'

const KIND = 'residency.year'
/** A write of so many stays far under 50 ms. */
const BATCH = 50
type Parts = { store: Store; tell: Tell; now: () => number }

/** What the clock does to residencies: tells of an end a month ahead, and ends what nobody confirmed. */
export function residencyJobs({ store, tell, now }: Parts) {
  async function remind() {
    return store.write(async (tx) => {
      const ending = await takeUnreminded(tx, now() + CONFIRM_AHEAD, BATCH)
      await tell(tx, ending.map(residencyEnding), now())
      return ending.length
    })
  }
  async function expire() {
    return store.write(async (tx) => {
      const lapsed = await listLapsed(tx, now(), BATCH)
      for (const { id, personId, communityId } of lapsed) {
        await holdPerson(tx, personId)
        if (!(await step(tx, id, 'expire', now()))) continue
        await settleStanding(tx, personId, communityId, now())
        await tell(tx, [residencyExpired({ id, personId, communityId })], now())
      }
      return lapsed.length
    })
  }
  const year: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      while ((await remind()) === BATCH);
      while ((await expire()) === BATCH);
      while ((await store.write((tx) => sweepDoorCodes(tx, now() - HOUR, BATCH))) === BATCH);
    },
  }
  return { handlers: { [KIND]: year }, recurring: [{ kind: KIND, everyMs: HOUR }] }
}
