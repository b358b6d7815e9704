import { isEligible, obstacleToCancelSignup, obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import { validRoles } from '../people/session-store.ts'
import type { Raise } from '../platform/events.ts'
import type { Read, Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { confirm, findSignup, withdraw } from './signup-store.ts'
import { findActivity } from './store.ts'

type Done = { subject: string; personId: string; at: number }
const title = async (db: Read, subject: string) => (await findActivity(db, subject))?.title ?? '已移走的活动'

async function load(db: Read, { subject, personId }: Done) {
  const activity = await findActivity(db, subject)
  const signup = await findSignup(db, subject, personId)
  return activity && activity.status !== 'draft' && signup ? { activity, signup } : undefined
}
async function raising(tx: Write, { subject }: Done, raise: Raise) {
  raiseActivity(raise, (await findActivity(tx, subject))!)
  return true
}

/** A place that a helper took: given back, as long as the person has not signed up anew themselves. */
export const signupByHelper = {
  did: '报名',
  title,
  async undoable(db: Read, done: Done, now: number) {
    const found = await load(db, done)
    if (!found || found.signup.status !== 'confirmed' || found.signup.at !== done.at) return false
    return obstacleToCancelSignup(found.activity, { signedUp: true }, now) === null
  },
  async undo(tx: Write, done: Done, now: number, raise: Raise) {
    return (await withdraw(tx, done.subject, done.personId, now)) && raising(tx, done, raise)
  },
}
/** A place that a helper gave back: taken again, if there is one. */
export const cancelOfSignupByHelper = {
  did: '取消报名',
  title,
  async undoable(db: Read, done: Done, now: number) {
    const found = await load(db, done)
    if (!found || found.signup.status !== 'cancelledByUser' || found.signup.changedAt !== done.at)
      return false
    const { activity } = found
    const roles = await validRoles(db, done.personId, now)
    const homes = roles.filter(({ role }) => role === 'resident').map(({ division }) => division)
    const eligible = isEligible(activity.residencyRequired, activity.communityId, homes)
    return obstacleToSignUp(activity, { signedUp: false, eligible }, now) === null
  },
  async undo(tx: Write, done: Done, now: number, raise: Raise) {
    return (await confirm(tx, done.subject, done.personId, now)) && raising(tx, done, raise)
  },
}
