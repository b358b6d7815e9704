import { findPreferences } from '../messages/preference-store.ts'
import { tellPerson } from '../messages/tell.ts'
import { type Reaction, when } from '../platform/events.ts'
import { workDue } from '../workbench/events.ts'

/** The staff hear in the morning what presses: one message for each place and day, and none where it was switched off. */
export const workTellings: readonly Reaction[] = [
  when(workDue, async (tx, { personId, division, day, overdue, today, first }, now) => {
    const { kinds } = await findPreferences(tx, personId)
    if (kinds.some(({ kind, subscribe }) => kind === 'work' && !subscribe)) return
    const params = { unit: division.name, overdue: String(overdue), today: String(today), first }
    const about = { kind: 'workbench', id: division.code } as const
    const key = `workbench.due/${day}/${personId}/${division.code}`
    await tellPerson(tx, personId, { template: 'workDigest', params, about, key }, now)
  }),
]
