import { asksOf, obstacleToDeclared } from '@tmt/shared/activities/eligibility.ts'
import { isListed, statusAt } from '@tmt/shared/activities/queue.ts'
import { obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import type { Declaration, signUp, Who } from '@tmt/shared/activities/signup-contract.ts'
import type { RefusalCode } from '@tmt/shared/contract.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import type { Person } from '../platform/actor.ts'
import type { Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { heldOf, signedUp } from './events.ts'
import { type Candidate, findCandidate, type Ports } from './participants.ts'
import { passOn, type Telling } from './queue.ts'
import { hold, put, takeOrWait } from './queue-store.ts'
import { countHousehold, findSignup, type SignupRow } from './signup-store.ts'
import { type Activity, findActivity } from './store.ts'

type Code = RefusalCode<typeof signUp>
const isOn = (row: SignupRow | undefined, now: number) => row !== undefined && isListed(statusAt(row, now))

/** The nearest reason: that nobody at all can sign up, then what stands against this one, then that it is full. */
function whyNot(
  activity: Activity,
  one: Candidate,
  declared: readonly Declaration[],
  row: SignupRow | undefined,
  now: number,
): Code | null {
  const obstacle = obstacleToSignUp(activity, { signedUp: isOn(row, now), eligible: true }, now)
  if (obstacle !== null && obstacle !== 'full' && obstacle !== 'waitlistFull') return obstacle
  return obstacleToDeclared(activity, one.coming, declared) ?? obstacle
}

type Work = Telling & { tx: Write; ports: Ports; actor: Person; now: number; refuse: (code: Code) => never }
type Asked = { who?: Who | undefined; declared?: readonly Declaration[] | undefined }

/**
 * Puts somebody on the list: with a place, to wait, or until staff have looked at it. The rule has read, but the
 * database decides, however many ask at once; where it decides against the rule, somebody was faster, and what stands
 * there now says why.
 */
export async function signUpOne(
  work: Work,
  loaded: Activity,
  { who = { kind: 'self' }, declared = [] }: Asked,
) {
  const { tx, ports, actor, now, refuse } = work
  let activity = loaded
  // An offer that is over goes to who waits before a newcomer is looked at.
  if (activity.offersUntil !== null && activity.offersUntil <= now) {
    await passOn(tx, activity.id, now, work)
    activity = (await findActivity(tx, activity.id))!
  }
  const one = await findCandidate({ db: tx, ports, actor, activity, now }, who)
  if (!one) return refuse('notOfHousehold')
  const { participant, household } = one.put
  const row = await findSignup(tx, activity.id, participant)
  const obstacle = whyNot(activity, one, declared, row, now)
  if (obstacle) return refuse(obstacle)
  const asked = asksOf(activity, one.coming)
  const given = {
    declared: asked,
    consentVersion: asked.includes('guardian') ? PRIVACY_VERSION : null,
  }
  const taken = await placeOf(work, activity, household)
  if (!taken) {
    const current = (await findActivity(tx, activity.id))!
    const again = await findSignup(tx, activity.id, participant)
    const full = await isHouseholdFull(tx, current, household)
    return refuse(whyNot(current, one, declared, again, now) ?? (full ? 'householdFull' : 'full'))
  }
  const id = await put(tx, activity.id, one.put, given, taken.status, now)
  if (id === undefined) return refuse('alreadySignedUp')
  if (taken.status !== 'awaiting') raiseActivity(work.raise, activity)
  if (taken.status === 'confirmed')
    work.tell(signedUp({ ...heldOf(activity), personId: actor.personId, signupId: id, at: now }))
  const { status, position } = taken
  return {
    id,
    activityId: activity.id,
    status,
    at: now,
    who: one.who,
    name: one.name,
    position,
    offerUntil: null,
  }
}
async function placeOf({ tx, ports, actor, now }: Work, activity: Activity, household: string) {
  // Two of one household at once are counted one after the other.
  if (activity.householdLimit !== null) await hold(tx, activity.id)
  const standing = await ports.standingOf(tx, actor.personId, now)
  if (standing !== 'confirm') return takeOrWait(tx, activity.id, household, now)
  if (await isHouseholdFull(tx, activity, household)) return undefined
  return { status: 'awaiting' as const, position: null }
}
async function isHouseholdFull(tx: Write, { id, householdLimit }: Activity, household: string) {
  return householdLimit !== null && (await countHousehold(tx, id, household)) >= householdLimit
}
