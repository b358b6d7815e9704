import { DAY, HOUR } from '../time.ts'
import type { SignupStatus } from './detail-contract.ts'

// The waiting list (《领域规格》 §7.2): first come, first served; a place that frees is given, offered, or left empty,
// by how long it is until the start.

const GIVEN_BEFORE = DAY
/** Nobody moves up later than this before the start; a sign-up that is cancelled until then is no no-show. */
export const NOBODY_AFTER = 2 * HOUR
const OFFER_FOR = 2 * HOUR
/** What becomes of a place that frees while somebody waits. */
export function movesUp(startsAt: number, now: number): 'given' | 'offered' | null {
  const left = startsAt - now
  if (left > GIVEN_BEFORE) return 'given'
  return left >= NOBODY_AFTER ? 'offered' : null
}
/** The first instant at which an offer made now is over: two hours, never past the start. */
export function offerEnd(startsAt: number, now: number) {
  return Math.min(now + OFFER_FOR, startsAt)
}

/** Those who are on the list: they hold a place, or want one. */
export const listed = ['confirmed', 'waitlisted', 'offered', 'awaiting'] as const
export const isListed = (status: SignupStatus) => (listed as readonly SignupStatus[]).includes(status)

type Kept = { status: SignupStatus; offerUntil: number | null }
/** What a sign-up is at this moment: an offer ends by the clock, not by a job. */
export function statusAt({ status, offerUntil }: Kept, now: number): SignupStatus {
  return status === 'offered' && offerUntil !== null && offerUntil <= now ? 'expiredOffer' : status
}
/** Why an offer can't be answered, or null. */
export function obstacleToAnswer(kept: Kept | undefined, now: number) {
  if (!kept) return 'notOffered'
  const status = statusAt(kept, now)
  if (status === 'expiredOffer') return 'offerOver'
  return status === 'offered' ? null : 'notOffered'
}
