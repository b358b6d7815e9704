import { type Calendar, isHoliday } from '../calendar/rules.ts'
import { atShanghai, DAY, shanghai, startOfDay } from '../time.ts'

export const every = ['week', 'twoWeeks', 'month'] as const
export type Every = (typeof every)[number]
export const everyLabels: Record<Every, string> = { week: '每周', twoWeeks: '每两周', month: '每月' }
export const MAX_TIMES = 26

const WEEK = 7 * DAY
/** So many are passed over at most: nobody means a series that falls on nothing but holidays. */
const MAX_SKIPPED = 26

/** The same weekday of a later month: the second Tuesday stays the second; a fifth that is not there is the last one. */
function inMonths(first: number, months: number) {
  const { year, month, day, weekday } = shanghai(first)
  const opening = atShanghai(year, month + months, 1)
  const offset = (weekday - shanghai(opening).weekday + 7) % 7
  const nth = Math.ceil(day / 7)
  const date = 1 + offset + (nth - 1) * 7
  const last = shanghai(atShanghai(year, month + months + 1, 0)).day
  const start = startOfDay(first)
  return atShanghai(year, month + months, date > last ? date - 7 : date) + (first - start)
}
function nthStart(first: number, how: Every, n: number) {
  if (how === 'month') return inMonths(first, n)
  return first + n * (how === 'week' ? WEEK : 2 * WEEK)
}

/**
 * When the activities of a series begin: `times` of them from the first one on, at the same hour. With a calendar,
 * those that fall on a holiday are passed over, and the series goes on behind; the first one stands as it was chosen.
 */
export function startsOf(first: number, how: Every, times: number, skipping: Calendar | null) {
  const starts = [first]
  const skipped: number[] = []
  for (let n = 1; starts.length < times && skipped.length < MAX_SKIPPED; n += 1) {
    const at = nthStart(first, how, n)
    if (skipping && isHoliday(at, skipping)) skipped.push(at)
    else starts.push(at)
  }
  return { starts, skipped }
}
