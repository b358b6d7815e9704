import { DAY, HOUR } from '../time.ts'
import type { Status } from './contract.ts'

/** How long after its end an activity stands among the current ones. Ours. */
export const ARCHIVED_AFTER = 30 * DAY
/** Working days within which an organisation's activity is answered. Ours: the sources name none. */
export const REVIEW_DAYS = 3
/** An answer that comes after sign-up has closed is none: it has to be there this long before. */
const BEFORE_CLOSE = HOUR

type Lived = {
  status: Status
  endsAt: number
  archivedAt?: number | null | undefined
  closing?: string | null | undefined
}
const isKept = (a: Lived) => (a.archivedAt ?? null) !== null

/** Why an activity can't be put off without a new time, or null. */
export function obstacleToPostpone(a: Lived, now: number) {
  if (a.status === 'cancelled' || a.status === 'postponed') return a.status
  if (a.status !== 'published') return 'notPublished'
  return now >= a.endsAt ? 'ended' : null
}
/** Why an activity can't be called off, or null. What was put off has no end. */
export function obstacleToCancel(a: Lived, now: number) {
  if (a.status === 'cancelled') return 'cancelled'
  if (a.status === 'postponed') return isKept(a) ? 'ended' : null
  if (a.status !== 'published') return 'notPublished'
  return now >= a.endsAt ? 'ended' : null
}
/** Why an activity can't be put among the old ones, or null. What was archived by the clock may still be given its line. */
export function obstacleToArchive(a: Lived, now: number) {
  if (isKept(a)) return (a.closing ?? null) === null ? null : 'archived'
  const over = a.status === 'cancelled' || (a.status === 'published' && now >= a.endsAt)
  return over ? null : 'notOver'
}
/** By when an organisation is answered: within the working days, and while people can still sign up. */
export function reviewDue(served: number, signupClosesAt: number, now: number) {
  return Math.max(now, Math.min(served, signupClosesAt - BEFORE_CLOSE))
}
