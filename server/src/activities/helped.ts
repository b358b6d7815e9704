import { isListed, statusAt } from '@tmt/shared/activities/queue.ts'
import { isOut } from '@tmt/shared/activities/phase.ts'
import { isEligible, obstacleToCancelSignup, obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import { validRoles } from '../people/session-store.ts'
import type { Raise } from '../platform/events.ts'
import type { Read, Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { passOnLater } from './queue.ts'
import { hold, nothingDeclared, put, takeOff, takeOrWait } from './queue-store.ts'
import { findDone } from './signup-store.ts'
import { findActivity } from './store.ts'

type Done = { subject: string; personId: string; at: number }
const title = async (db: Read, subject: string) => (await findActivity(db, subject))?.title ?? '已移走的活动'

/** What tells the sign-up that the helper wrote: when it was made, or when it was last changed. */
type By = 'at' | 'changedAt'
async function load(db: Read, { subject, personId, at }: Done, by: By) {
  const activity = await findActivity(db, subject)
  const signup = await findDone(db, subject, personId, by, at)
  return activity && isOut(activity.status) && signup ? { activity, signup } : undefined
}
/** Takes off the list what the helper put there, and lets the next one move up. */
const takeBack = (by: By) => async (tx: Write, done: Done, now: number, raise: Raise) => {
  await hold(tx, done.subject)
  const found = await load(tx, done, by)
  if (!found || !(await takeOff(tx, found.signup.id, 'cancelledByUser', now))) return false
  raiseActivity(raise, found.activity)
  await passOnLater(tx, done.subject, now)
  return true
}
const canBeTakenBack = (by: By) => async (db: Read, done: Done, now: number) => {
  const found = await load(db, done, by)
  const stands = found !== undefined && isListed(statusAt(found.signup, now))
  return stands && obstacleToCancelSignup(found.activity, { signedUp: true }, now) === null
}

/**
 * A place that a helper took, or a wait that they began, whatever became of it: given back, as long as nobody has signed
 * up anew.
 */
export const signupByHelper = {
  did: '报名',
  title,
  undoable: canBeTakenBack('at'),
  undo: takeBack('at'),
}
/** An offer that a helper took up: the place is given back. One that they let go is somebody else's by now. */
export const answerByHelper = {
  did: '回复候补名额',
  title,
  undoable: canBeTakenBack('changedAt'),
  undo: takeBack('changedAt'),
}
/** A place that a helper gave back: taken again, or waited for, at the end of the queue. */
export const cancelOfSignupByHelper = {
  did: '取消报名',
  title,
  async undoable(db: Read, done: Done, now: number) {
    const found = await load(db, done, 'changedAt')
    if (!found || found.signup.status !== 'cancelledByUser') return false
    const { activity } = found
    const roles = await validRoles(db, done.personId, now)
    const homes = roles.filter(({ role }) => role === 'resident').map(({ division }) => division)
    const eligible = isEligible(activity.residencyRequired, activity.communityId, homes)
    return obstacleToSignUp(activity, { signedUp: false, eligible }, now) === null
  },
  async undo(tx: Write, done: Done, now: number, raise: Raise) {
    const activity = await hold(tx, done.subject)
    const signup = await findDone(tx, done.subject, done.personId, 'changedAt', done.at)
    if (!activity || !signup) return false
    const taken = await takeOrWait(tx, activity.id, signup.household, now)
    if (!taken) return false
    const { declared, consentVersion } = signup
    const given = declared === null ? nothingDeclared : { declared, consentVersion }
    const id = await put(tx, activity.id, signup, given, taken.status, now)
    if (id !== undefined) raiseActivity(raise, activity)
    return id !== undefined
  },
}
