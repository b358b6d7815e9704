import { readFileSync } from 'node:fs'
import type { Calendar, YearDays } from '@tmt/shared/calendar/rules.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { calendarYears } from './tables.ts'

const delivered = JSON.parse(readFileSync(new URL('data/years.json', import.meta.url), 'utf8')) as Calendar

const all = prepared((db: Read) => db.select().from(calendarYears))

/** Every year that is known, with when it was entered. */
export async function listYears(
  db: Read,
): Promise<{ year: number; days: YearDays; loadedAt: number | null }[]> {
  const entered = await all(db, {})
  const byYear = new Map<number, { days: YearDays; loadedAt: number | null }>(
    Object.entries(delivered).map(([year, days]) => [Number(year), { days, loadedAt: null }]),
  )
  for (const { year, days, loadedAt } of entered) byYear.set(year, { days, loadedAt })
  return [...byYear].toSorted(([a], [b]) => a - b).map(([year, rest]) => ({ year, ...rest }))
}
/** The working-day calendar as it is now. */
export async function loadCalendar(db: Read): Promise<Calendar> {
  return Object.fromEntries((await listYears(db)).map(({ year, days }) => [year, days]))
}
/** Enters a year, or enters it again. */
export async function saveYear(tx: Write, year: number, days: YearDays, now: number) {
  const row = { days: { off: [...days.off], work: [...days.work] }, loadedAt: now }
  await tx
    .insert(calendarYears)
    .values({ year, ...row })
    .onConflictDoUpdate({ target: calendarYears.year, set: row })
}
