import { instant, int, json, table } from '../platform/dialect.ts'

/** Years that an administrator entered; they stand before those that come with the program. */
export const calendarYears = table('calendar_years', {
  year: int().primaryKey(),
  days: json<{ off: string[]; work: string[] }>().notNull(),
  loadedAt: instant().notNull(),
})
