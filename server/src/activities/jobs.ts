import { DAY, HOUR, MINUTE, shanghai, startOfDay } from '@tmt/shared/time.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { listThankable } from './after-store.ts'
import { sweepTries } from './attendance-store.ts'
import { heldOf, over, tomorrow } from './events.ts'
import { listStarting } from './list-store.ts'

const THANK = 'activities.thank'
const REMIND = 'activities.remind'
/** From six in the evening, when people are at home, until quiet hours begin. */
const FROM = 18
const TO = 21
/** Each may put a row and a job into the unit. */
const BATCH = 100

type Parts = { store: Store; ownUnit: OwnUnit; now: () => number }

/** Tells, the evening before, which activities are tomorrow, and after the end, which are over. Who reacts knows what has been told already. */
export function activityJobs({ store, ownUnit, now }: Parts) {
  const remind: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 10,
    async run() {
      const { hour } = shanghai(now())
      if (hour < FROM || hour >= TO) return
      const from = startOfDay(now()) + DAY
      const to = from + DAY
      let after = { at: from, id: '' }
      for (;;) {
        const found = await listStarting(store.read, { after, to, limit: BATCH })
        if (found.length > 0)
          await ownUnit(async ({ tell }) => {
            for (const activity of found) tell(tomorrow(heldOf(activity)))
          })
        const last = found.at(-1)
        if (!last || found.length < BATCH) return
        after = { at: last.startsAt, id: last.id }
      }
    },
  }
  const thank: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 10,
    async run() {
      const ended = await listThankable(store.read, now())
      await ownUnit(async ({ tx, tell }) => {
        for (const activity of ended) tell(over(heldOf(activity)))
        await sweepTries(tx, now() - DAY)
      })
    },
  }
  return {
    handlers: { [REMIND]: remind, [THANK]: thank },
    recurring: [
      { kind: REMIND, everyMs: HOUR / 2 },
      { kind: THANK, everyMs: HOUR / 2 },
    ],
  }
}
