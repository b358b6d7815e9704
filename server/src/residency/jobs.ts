import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { CONFIRM_AHEAD } from '@tmt/shared/residency/rules.ts'
import { holdPerson } from '../people/store.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
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
type Parts = { store: Store; ownUnit: OwnUnit; now: () => number }

/** What the clock does to residencies: tells of an end a month ahead, and ends what nobody confirmed. */
export function residencyJobs({ store, ownUnit, now }: Parts) {
  function remind() {
    return ownUnit(async ({ tx, tell, now }) => {
      const ending = await takeUnreminded(tx, now + CONFIRM_AHEAD, BATCH)
      for (const one of ending) tell(residencyEnding(one))
      return ending.length
    })
  }
  function expire() {
    return ownUnit(async ({ tx, tell, now }) => {
      const lapsed = await listLapsed(tx, now, BATCH)
      for (const { id, personId, communityId } of lapsed) {
        await holdPerson(tx, personId)
        if (!(await step(tx, id, 'expire', now))) continue
        await settleStanding(tx, personId, communityId, now)
        tell(residencyExpired({ id, personId, communityId }))
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
