import { ARCHIVED_AFTER } from '@tmt/shared/activities/life-rules.ts'
import { DAY, HOUR, MINUTE, shanghai, startOfDay } from '@tmt/shared/time.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { listThankable } from './after-store.ts'
import { sweepTries } from './attendance-store.ts'
import { raiseActivity } from './caching.ts'
import { archiveOld } from './life-store.ts'
import { heldOf, over, tomorrow } from './events.ts'
import { listStarting } from './list-store.ts'
import { PASS_ON, passOn } from './queue.ts'
import { listOverdue } from './passing-store.ts'

const THANK = 'activities.thank'
const REMIND = 'activities.remind'
const ARCHIVE = 'activities.archiveOld'
/** From six in the evening, when people are at home, until quiet hours begin. */
const FROM = 18
const TO = 21
/** Each may put a row and a job into the unit. */
const BATCH = 100

const SWEEP = 'activities.sweepOffers'
/** Each activity is a handful of statements: together less than 50 ms. */
const SWEEP_BATCH = 20

type Parts = { store: Store; ownUnit: OwnUnit; now: () => number }

/**
 * Tells, the evening before, which activities are tomorrow, and after the end, which are over (who reacts knows what has
 * been told already); puts away what has long been over, and passes on what was offered and not taken in time.
 */
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
  const sweep: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 10,
    async run() {
      for (;;) {
        const found = await listOverdue(store.read, now(), SWEEP_BATCH)
        if (found.length === 0) return
        await ownUnit(async ({ tx, raise, tell, now: at }) => {
          for (const id of found) await passOn(tx, id, at, { raise, tell })
        })
      }
    },
  }
  const passing: JobHandler = {
    leaseMs: MINUTE,
    maxTries: 10,
    run: ({ data }) =>
      ownUnit(async ({ tx, raise, tell, now: at }) => {
        await passOn(tx, String(data.activityId), at, { raise, tell })
      }),
  }
  const putAway: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      for (;;) {
        const gone = await ownUnit(async ({ tx, raise, now: at }) => {
          const old = await archiveOld(tx, at - ARCHIVED_AFTER, BATCH, at)
          for (const activity of old) raiseActivity(raise, activity)
          return old.length
        })
        if (gone < BATCH) return
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
    handlers: {
      [REMIND]: remind,
      [ARCHIVE]: putAway,
      [SWEEP]: sweep,
      [PASS_ON]: passing,
      [THANK]: thank,
    },
    recurring: [
      { kind: REMIND, everyMs: HOUR / 2 },
      { kind: ARCHIVE, everyMs: HOUR },
      { kind: SWEEP, everyMs: MINUTE },
      { kind: THANK, everyMs: HOUR / 2 },
    ],
  }
}
