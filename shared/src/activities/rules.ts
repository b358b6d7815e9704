import { DAY } from '../time.ts'
import type { ActivityFacts, Residency } from './detail-contract.ts'
import { hasFreePlace, mayWait, type Places, type Timed } from './phase.ts'

/** Why nobody more is taken, not even to wait, or null. The database holds both limits; this greys the button. */
export function obstacleToPlace(a: Places, now: number) {
  if (hasFreePlace(a, now) || mayWait(a)) return null
  return (a.waitlistCapacity ?? 0) === 0 ? 'full' : 'waitlistFull'
}
/** Why a person can't sign up, or null. */
export function obstacleToSignUp(
  a: Timed & Places,
  p: { signedUp: boolean; eligible: boolean },
  now: number,
) {
  if (a.status === 'postponed') return 'postponed'
  // What is not out yet is shown to nobody who could sign up.
  if (a.status !== 'published') return 'cancelled'
  if (p.signedUp) return 'alreadySignedUp'
  if (now >= a.signupClosesAt || now >= a.startsAt) return 'closed'
  if (!p.eligible) return 'notEligible'
  return obstacleToPlace(a, now)
}

export function obstacleToCancelSignup(a: Timed, p: { signedUp: boolean }, now: number) {
  if (!p.signedUp) return 'notSignedUp'
  // What was put off has no beginning any more.
  return a.status !== 'postponed' && now >= a.startsAt ? 'started' : null
}

/**
 * Whether who signed up then may go now without blame, in the last two hours too: it was moved or put off since
 * (《领域规格》 §7.1).
 */
export function mayLeaveFreely(
  a: Pick<Timed, 'status' | 'startsAt'> & { movedAt?: number | null | undefined },
  signedUpAt: number,
  now: number,
) {
  const movedAt = a.movedAt ?? null
  if (movedAt === null || signedUpAt >= movedAt) return false
  return a.status === 'postponed' || (a.status === 'published' && now < a.startsAt)
}

/** Whether a resident of these communities may take part (《领域规格》 §7.1 residencyRequired). */
export function isEligible(required: Residency, communityId: string, residentOf: readonly string[]) {
  if (required === 'none') return true
  const digits = required === 'town' ? 9 : 12
  return residentOf.some((code) => code.slice(0, digits) === communityId.slice(0, digits))
}

/** An activity lasts no longer, so whatever has not ended began less than this ago. */
export const MAX_LENGTH = 30 * DAY
const MAX_AHEAD = 366 * DAY
type Times = Pick<ActivityFacts, 'startsAt' | 'endsAt' | 'signupClosesAt'>

/** Why these times can't be kept even as a draft, or null. */
export function obstacleToDraft(f: Times) {
  if (f.endsAt <= f.startsAt) return 'endsBeforeStart'
  if (f.endsAt - f.startsAt > MAX_LENGTH) return 'lasts'
  return f.signupClosesAt > f.startsAt ? 'signupClosesLate' : null
}
/** Why these times can't be published, or null. */
export function obstacleToPublish(f: Times, now: number) {
  if (f.startsAt <= now) return 'startsInPast'
  if (f.startsAt > now + MAX_AHEAD) return 'tooFar'
  return obstacleToDraft(f) ?? (f.signupClosesAt <= now ? 'signupClosesPast' : null)
}
/** Whether who signed up has to know: another time, or another place. */
export function isMoved(a: Held, b: Held) {
  return a.startsAt !== b.startsAt || a.endsAt !== b.endsAt || a.place !== b.place
}
type Held = Pick<ActivityFacts, 'startsAt' | 'endsAt' | 'place'>

/** Whether anybody has a place, or wants one. */
export const hasListed = ({ confirmed, offered, waiting }: Places) => confirmed + offered + waiting > 0

/** Why an activity can't be changed to these facts, or null. What has passed already may stay as it was. */
export function obstacleToEdit(
  a: Timed & Pick<Places, 'confirmed' | 'offered'>,
  f: Times & { capacity: number },
  now: number,
) {
  if (a.status === 'cancelled') return 'cancelled'
  if (a.status === 'review') return 'inReview'
  if (a.status === 'draft') return obstacleToDraft(f)
  // What was put off is given its new time.
  if (a.status === 'postponed')
    return (a.archivedAt ?? null) !== null
      ? 'ended'
      : f.capacity < a.confirmed + a.offered
        ? 'capacityBelowConfirmed'
        : obstacleToPublish(f, now)
  if (now >= a.endsAt) return 'ended'
  if (f.capacity < a.confirmed + a.offered) return 'capacityBelowConfirmed'
  if (f.startsAt === a.startsAt && now >= a.startsAt)
    return f.endsAt <= now ? 'endsInPast' : obstacleToDraft(f)
  if (f.signupClosesAt === a.signupClosesAt && now >= a.signupClosesAt)
    return f.startsAt <= now ? 'startsInPast' : f.startsAt > now + MAX_AHEAD ? 'tooFar' : obstacleToDraft(f)
  return obstacleToPublish(f, now)
}
/** Why a picture can't be shown like this, or null: whoever can't see it must be told what it shows. */
export function obstacleToPoster(f: Pick<ActivityFacts, 'poster' | 'posterAlt'>) {
  return f.poster !== undefined && f.posterAlt === undefined ? 'posterAltMissing' : null
}
