import type { AboutMe } from '../people/about-me.ts'
import { erasePerson, findLeft, GRACE } from '../people/leave-store.ts'
import { record } from '../platform/audit.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { retaining, type RetainedRows } from './retaining.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'

export const ERASE = 'privacy.erase'
const BATCH = 50

type Parts = { store: Store; now: () => number; aboutMe: readonly AboutMe[]; retained: RetainedRows }

/** Erases the accounts that were closed a while ago, one unit each: whole or not at all; and deletes what was kept long enough. */
export function privacyJobs({ store, now, aboutMe, retained }: Parts) {
  async function erase(personId: string) {
    const at = now()
    await store.write(async (tx) => {
      if (!(await erasePerson(tx, personId, at - GRACE, at))) return
      for (const part of aboutMe) await part.erase?.(tx, personId, at)
      const entry = { action: ERASE, outcome: 'done', actor: { personId: null }, requestId: 'job' } as const
      await record(tx, { ...entry, subject: personId, at })
    })
  }
  const handler: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 5,
    async run() {
      let due: string[]
      do {
        due = await findLeft(store.read, now() - GRACE, BATCH)
        for (const personId of due) await erase(personId)
      } while (due.length === BATCH)
    },
  }
  const old = retaining({ store, now, retained })
  return {
    handlers: { [ERASE]: handler, ...old.handlers },
    recurring: [{ kind: ERASE, everyMs: HOUR }, ...old.recurring],
  }
}
