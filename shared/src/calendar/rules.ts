import { DAY, HOUR, isoDay, shanghai, startOfDay } from '../time.ts'

/**
 * How one year differs from Monday to Friday, as the State Council's office announces it: `off` are days without
 * work, `work` are weekend days with work; both as `2026-10-01`.
 */
export type YearDays = { off: readonly string[]; work: readonly string[] }
/** The years that are known. Nothing may be concluded of a year that is not there. */
export type Calendar = Readonly<Record<number, YearDays>>

/** A legal period can't be counted through a year whose days off are not announced yet. */
export class CalendarYearMissing extends Error {
  readonly code = 'CALENDAR_YEAR_MISSING'
  readonly year: number
  constructor(year: number) {
    super(`the calendar of ${year} is not loaded`)
    this.year = year
  }
}

export const knowsYearOf = (day: number, calendar: Calendar) => Object.hasOwn(calendar, shanghai(day).year)

/** Whether people work on the day of this instant; of a year that is not known, whether it is Monday to Friday. */
export function isWorkday(instant: number, calendar: Calendar) {
  const { year, weekday } = shanghai(instant)
  const weekend = weekday === 0 || weekday === 6
  const known = Object.hasOwn(calendar, year) ? calendar[year] : undefined
  if (!known) return !weekend
  const day = isoDay(instant)
  return weekend ? known.work.includes(day) : !known.off.includes(day)
}

/**
 * Whether the day belongs to a holiday: a working day that is off, or a weekend that hangs together with one. Of a
 * year that is not known, nothing is a holiday.
 */
export function isHoliday(instant: number, calendar: Calendar) {
  const isOff = (day: number) => calendar[shanghai(day).year]?.off.includes(isoDay(day)) ?? false
  const today = startOfDay(instant)
  if (isWorkday(today, calendar)) return false
  for (const step of [DAY, -DAY])
    for (let day = today; !isWorkday(day, calendar); day += step) if (isOff(day)) return true
  return false
}

/** Midnight of the first working day after the day of this instant. */
export function nextWorkday(instant: number, calendar: Calendar) {
  let day = startOfDay(instant) + DAY
  while (!isWorkday(day, calendar)) day += DAY
  return day
}

/** What comes later than this on a working day has come on the next one. */
const CLOSES = 18 * HOUR

export type Due = {
  /** Midnight of the day on which it counts as received. */
  receivedOn: number
  /** The first instant at which it is late: the midnight that ends the last working day. */
  dueAt: number
  /** Counted through a year that is not known yet, as Monday to Friday: to be counted again once it is. */
  provisional: boolean
}

/**
 * `days` working days from receipt (《领域规格》 §6.5): received outside office hours is received on the next working
 * day, the day of receipt does not count, and the last day is whole.
 */
export function serviceDue(receivedAt: number, days: number, calendar: Calendar): Due {
  const today = startOfDay(receivedAt)
  const inTime = isWorkday(today, calendar) && receivedAt < today + CLOSES
  const receivedOn = inTime ? today : nextWorkday(today, calendar)
  let last = receivedOn
  for (let i = 0; i < days; i += 1) last = nextWorkday(last, calendar)
  return { receivedOn, dueAt: last + DAY, provisional: missingYear(today, last, calendar) !== null }
}

/**
 * The same for a period that the law sets, which is never guessed.
 * @throws CalendarYearMissing
 */
export function legalDue(receivedAt: number, days: number, calendar: Calendar): Omit<Due, 'provisional'> {
  const { receivedOn, dueAt } = serviceDue(receivedAt, days, calendar)
  const missing = missingYear(receivedAt, dueAt - DAY, calendar)
  if (missing !== null) throw new CalendarYearMissing(missing)
  return { receivedOn, dueAt }
}

function missingYear(from: number, to: number, calendar: Calendar) {
  for (let { year } = shanghai(from); year <= shanghai(to).year; year += 1)
    if (!Object.hasOwn(calendar, year)) return year
  return null
}

/** Why these days can't be those of a year, in words for whoever enters them, or null. */
export function obstacleToYear(year: number, { off, work }: YearDays) {
  const all = [...off, ...work]
  const wrong = all.find((day) => !day.startsWith(`${year}-`) || isoDay(instantOf(day)) !== day)
  if (wrong !== undefined) return `${wrong} 不是 ${year} 年的日子（写成 ${year}-01-01 这样）`
  const twice = all.find((day, i) => all.indexOf(day) !== i)
  if (twice !== undefined) return `${twice} 写了两次`
  const weekday = work.find((day) => !isWeekend(day))
  if (weekday !== undefined) return `${weekday} 不是周六、周日，不用写进调休上班`
  // 元旦 and 国庆节 are days off in every year (《全国年节及纪念日放假办法》).
  const festival = [`${year}-01-01`, `${year}-10-01`].find((day) => !off.includes(day))
  return festival === undefined ? null : `放假的日子里没有 ${festival}`
}
const instantOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
function isWeekend(day: string) {
  const { weekday } = shanghai(instantOf(day))
  return weekday === 0 || weekday === 6
}

/** The days off of the next year are announced in November; from December on it should be loaded. */
export function yearMissing(now: number, calendar: Calendar) {
  const { year, month } = shanghai(now)
  if (!Object.hasOwn(calendar, year)) return year
  return month === 12 && !Object.hasOwn(calendar, year + 1) ? year + 1 : null
}
