import { DAY, HOUR } from '../time.ts'

/** To cancel this long before the start is no failing (《领域规格》 §7.2). */
const IN_TIME = 2 * HOUR
const IN_A_ROW = 2
const WITHIN = 30 * DAY
const MANY = 3

/** What follows from not having come; it never touches services or rights. */
export type Standing = 'good' | 'hint' | 'confirm'
/** One of a person's sign-ups for something that is over and where people were checked in. */
export type Ended = {
  activityId: string
  startsAt: number
  endsAt: number
  /** Null while it held its place to the end. */
  cancelledAt: number | null
  came: boolean
  excused: boolean
}

/** Whether somebody neither came nor said so in time. */
export function isMissed({ startsAt, cancelledAt, came, excused }: Ended) {
  if (came || excused) return false
  return cancelledAt === null || cancelledAt > startsAt - IN_TIME
}

/** One activity counts once, however many places were held in it: who comes with some of the family has come. */
export function missedOf(ended: readonly Ended[]) {
  const byActivity = new Map<string, Ended[]>()
  for (const one of ended) byActivity.set(one.activityId, [...(byActivity.get(one.activityId) ?? []), one])
  return [...byActivity.values()]
    .map((rows) => ({
      activityId: rows[0]!.activityId,
      endsAt: rows[0]!.endsAt,
      came: rows.some(({ came }) => came),
      missed: rows.some(isMissed) && rows.every(({ came }) => !came),
    }))
    .toSorted((a, b) => b.endsAt - a.endsAt || (a.activityId < b.activityId ? 1 : -1))
}

/** Three times within thirty days: a person at the counter confirms; twice in a row: a hint. */
export function standingFrom(ended: readonly Ended[], now: number): Standing {
  const all = missedOf(ended).filter(({ endsAt }) => endsAt <= now)
  const recent = all.filter(({ endsAt, missed }) => missed && endsAt > now - WITHIN)
  if (recent.length >= MANY) return 'confirm'
  // What was excused or cancelled in time breaks no row and makes none.
  const counted = all.filter(({ came, missed }) => came || missed).slice(0, IN_A_ROW)
  return counted.length === IN_A_ROW && counted.every(({ missed }) => missed) ? 'hint' : 'good'
}

export const RATE_WITHIN = 7 * DAY
/** Below so many opinions a total would tell who thought what. */
export const FEWEST = 5

/** Why somebody can't say how it was, or null. */
export function obstacleToRate(a: { endsAt: number }, p: { came: boolean }, now: number) {
  if (now < a.endsAt) return 'notOver'
  if (!p.came) return 'notThere'
  return now >= a.endsAt + RATE_WITHIN ? 'rateClosed' : null
}
/** Why a picture of it can't be shown, or null (《领域规格》 §7.4). */
export function obstacleToShow(
  a: { category: string; startsAt: number; status: string },
  p: { guardiansAgreed: boolean },
  now: number,
) {
  if (a.category === 'relief') return 'reliefPictures'
  if (a.status !== 'published' || now < a.startsAt) return 'notBegun'
  return a.category === 'child' && !p.guardiansAgreed ? 'guardiansMissing' : null
}
