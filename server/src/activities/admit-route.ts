import { admitSignup } from '@tmt/shared/activities/staff-contract.ts'
import { maySeePersonsOf, mayWriteFor } from '../people/policy.ts'
import { perform } from '../platform/endpoint.ts'
import { raiseActivity } from './caching.ts'
import { heldOf, signedUp } from './events.ts'
import { freshen, passOn } from './queue.ts'
import { admit } from './queue-store.ts'
import { findShown } from './signup-store.ts'
import { findActivity } from './store.ts'

/** Staff let somebody in whose sign-up has to be looked at first. Nobody is turned away by this: it waits, or counts. */
export const admitRoute = perform(admitSignup, {
  async load(tx, { id, signupId }) {
    const activity = await findActivity(tx, id)
    const row = activity && (await findShown(tx, id, signupId))
    return row && { activity, row, communityId: activity.communityId }
  },
  sees: maySeePersonsOf,
  may: mayWriteFor,
  async run({ tx, subject: { activity, row }, now, refuse, raise, tell }) {
    if (row.status !== 'awaiting') return refuse('notAwaiting')
    if (activity.status !== 'published' || activity.startsAt <= now) return refuse('closed')
    await freshen(tx, activity.id, now, { raise, tell })
    const status = await admit(tx, activity.id, row.id, now)
    if (status === 'notAwaiting' || status === 'noPlace') return refuse(status)
    raiseActivity(raise, activity)
    if (status === 'confirmed')
      tell(signedUp({ ...heldOf(activity), personId: row.personId, signupId: row.id, at: now }))
    await passOn(tx, activity.id, now, { raise, tell })
    return { ok: true } as const
  },
  audit: ({ id, signupId }) => ({ subject: id, details: { signupId } }),
})
