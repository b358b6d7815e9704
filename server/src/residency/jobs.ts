import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { CONFIRM_AHEAD, URGE_EVERY } from '@tmt/shared/residency/rules.ts'
import { holdPerson } from '../people/store.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { sweepDoorCodes } from './door-code-store.ts'
import { residencyEnding, residencyExpired, residencyUrged } from './events.ts'
import { listLapsed, takeUnreminded, takeUnurged } from './queue-store.ts'
import { listSeatless } from './seat-store.ts'
import { settleSeat } from './seat-standing.ts'
import { settleStanding } from './standing-store.ts'
import { findResidency, step } from './store.ts'

const KIND = 'residency.year'
const URGE = 'residency.urge'
/** A write of so many stays far under 50 ms. */
const BATCH = 50
type Parts = { store: Store; ownUnit: OwnUnit; now: () => number }

/**
 * What the clock does to residencies: urges the community whose answer is late, tells of an end a month ahead, and
 * ends what nobody confirmed.
 */
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
        await settleSeat(tx, (await findResidency(tx, id))!, now, tell)
        tell(residencyExpired({ id, personId, communityId }))
      }
      return lapsed.length
    })
  }
  /** Those who were verified before there were households and units belong to one, too. */
  async function seat() {
    return store.write(async (tx) => {
      const seatless = await listSeatless(tx, BATCH)
      for (const one of seatless) await settleSeat(tx, one, now())
      return seatless.length
    })
  }
  const year: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      while ((await remind()) === BATCH);
      while ((await expire()) === BATCH);
      while ((await seat()) === BATCH);
      while ((await store.write((tx) => sweepDoorCodes(tx, now() - HOUR, BATCH))) === BATCH);
    },
  }
  const urge: JobHandler = {
    leaseMs: MINUTE,
    maxTries: 3,
    async run() {
      const some = () =>
        ownUnit(async ({ tx, tell, now }) => {
          const late = await takeUnurged(tx, now, BATCH)
          for (const one of late) tell(residencyUrged(one))
          return late.length
        })
      while ((await some()) === BATCH);
    },
  }
  return {
    handlers: { [KIND]: year, [URGE]: urge },
    recurring: [
      { kind: KIND, everyMs: HOUR },
      { kind: URGE, everyMs: URGE_EVERY },
    ],
  }
}
