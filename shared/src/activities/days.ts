import { DAY, isoDay, shanghai, startOfDay } from '../time.ts'

export type Span = 'today' | 'weekend' | 'week'

/** The days of a span as they are asked for, both included: this week's Saturday and Sunday, what is left of them. */
export function daysOfSpan(span: Span, now: number) {
  const today = startOfDay(now)
  if (span === 'today') return { from: isoDay(today), to: isoDay(today) }
  if (span === 'week') return { from: isoDay(today), to: isoDay(today + 6 * DAY) }
  // Sunday is the last day of a week.
  const ahead = (7 - shanghai(now).weekday) % 7
  return { from: isoDay(today + Math.max(0, ahead - 1) * DAY), to: isoDay(today + ahead * DAY) }
}
