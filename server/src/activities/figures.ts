import type { z } from 'zod/mini'
import type { FigureRow } from '@tmt/shared/activities/after-staff-contract.ts'
import { isoDay } from '@tmt/shared/time.ts'
import type { listAttendance } from './after-store.ts'

type Figure = z.output<typeof FigureRow>
type Held = Awaited<ReturnType<typeof listAttendance>>[number]

/** Added up by unit, month and category, in the order of codes and months: nothing is ranked. */
export function figuresOf(rows: readonly Held[]): Figure[] {
  const by = new Map<string, Figure>()
  for (const { code, name, category, startsAt, confirmed, attended } of rows) {
    const month = isoDay(startsAt).slice(0, 7)
    const key = `${code} ${month} ${category}`
    const sum = by.get(key) ?? {
      code,
      name,
      month,
      category,
      activities: 0,
      counted: 0,
      confirmed: 0,
      attended: 0,
    }
    const used = attended > 0
    by.set(key, {
      ...sum,
      activities: sum.activities + 1,
      counted: sum.counted + (used ? 1 : 0),
      confirmed: sum.confirmed + (used ? confirmed : 0),
      attended: sum.attended + attended,
    })
  }
  return [...by].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, figure]) => figure)
}
