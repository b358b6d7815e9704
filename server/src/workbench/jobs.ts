import { isWorkday } from '@tmt/shared/calendar/rules.ts'
import { HOUR, isoDay, MINUTE, startOfDay } from '@tmt/shared/time.ts'
import type { Role } from '@tmt/shared/people/contract.ts'
import { loadCalendar } from '../calendar/store.ts'
import { listStaff } from '../people/audience-store.ts'
import { validRoles } from '../people/session-store.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { OwnUnit } from '../platform/own-unit.ts'
import type { Store } from '../platform/store.ts'
import { digestOf } from './digest.ts'
import { workDue } from './events.ts'

export const DIGEST = 'workbench.digest'
/** Half past eight; whoever could not be told then is told until ten. */
const FROM = 8.5 * HOUR
const TO = 10 * HOUR
const BATCH = 100
const roles: readonly Role[] = ['worker', 'grid', 'committee', 'town', 'district', 'city']

type Parts = { store: Store; ownUnit: OwnUnit; now: () => number }

/**
 * Tells everybody on the staff, on the morning of a working day, what is late or due today in each place of theirs.
 * Who reacts knows whether it was told that day already.
 */
export function workbenchJobs({ store, ownUnit, now }: Parts) {
  async function tellStaff(personId: string, at: number) {
    const held = await validRoles(store.read, personId, at)
    const actor = { personId, sessionId: null, roles: held, address: '' }
    const places = new Set(held.filter(({ role }) => roles.includes(role)).map(({ division }) => division))
    for (const code of places) {
      const digest = await digestOf(store.read, actor, code, at)
      if (!digest) continue
      await ownUnit(async ({ tell }) => tell(workDue({ personId, day: isoDay(at), ...digest })))
    }
  }
  const digest: JobHandler = {
    leaseMs: 10 * MINUTE,
    maxTries: 3,
    async run() {
      const at = now()
      const time = at - startOfDay(at)
      if (time < FROM || time >= TO || !isWorkday(at, await loadCalendar(store.read))) return
      let after = ''
      for (;;) {
        const staff = await listStaff(store.read, { after, now: at, limit: BATCH })
        for (const personId of staff) await tellStaff(personId, at)
        if (staff.length < BATCH) return
        after = staff.at(-1)!
      }
    },
  }
  return { handlers: { [DIGEST]: digest }, recurring: [{ kind: DIGEST, everyMs: HOUR / 2 }] }
}
