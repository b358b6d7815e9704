import type { Status } from './contract.ts'

// What a list shows of an activity; whatever else is decided about one is in rules.ts and queue.ts.

export type Places = {
  capacity: number
  confirmed: number
  offered: number
  offersUntil: number | null
  waiting: number
  waitlistCapacity?: number | null | undefined
}
/**
 * Whether a newcomer gets a place at once. Those who wait come first, and an open offer holds its place; one that is
 * over holds none, whether anybody has noticed or not.
 */
export function hasFreePlace({ capacity, confirmed, offered, offersUntil, waiting }: Places, now: number) {
  const lapsed = offersUntil !== null && offersUntil <= now
  return waiting === 0 && (confirmed + offered < capacity || lapsed)
}
/** Whether one more may wait. */
export function mayWait({ waiting, waitlistCapacity }: Places) {
  return waiting < (waitlistCapacity ?? 0)
}

/** What an activity is for a reader at one moment: its stored status and the clock. */
export type Phase =
  | Exclude<Status, 'published'>
  | 'open'
  | 'waitlist'
  | 'full'
  | 'closed'
  | 'ongoing'
  | 'finished'
  | 'archived'
export type Timed = {
  status: Status
  startsAt: number
  endsAt: number
  signupClosesAt: number
  archivedAt?: number | null | undefined
}

/** Whether everybody may read of it: it has been let out, whatever became of it. */
export const isOut = (status: Status) => status !== 'draft' && status !== 'review'

export function phaseOf(a: Timed & Places, now: number): Phase {
  if (a.status !== 'published') return a.status
  if (now >= a.endsAt) return (a.archivedAt ?? null) === null ? 'finished' : 'archived'
  if (now >= a.startsAt) return 'ongoing'
  if (now >= a.signupClosesAt) return 'closed'
  return hasFreePlace(a, now) ? 'open' : mayWait(a) ? 'waitlist' : 'full'
}
