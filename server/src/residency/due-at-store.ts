import { serviceDue } from '@tmt/shared/calendar/rules.ts'
import { DAYS_TO_VERIFY } from '@tmt/shared/residency/rules.ts'
import { atShanghai } from '@tmt/shared/time.ts'
import { and, eq, gte } from 'drizzle-orm'
import { loadCalendar } from '../calendar/store.ts'
import type { Read, Write } from '../platform/store.ts'
import { residencies } from './tables.ts'

/** When an answer is late to what is handed in at this instant. */
export async function dueAtOf(db: Read, from: number) {
  return serviceDue(from, DAYS_TO_VERIFY, await loadCalendar(db)).dueAt
}

/** Counts again what was counted as Monday to Friday, once the days off of that year are known. */
export async function recountDue(tx: Write, { year }: { year: number }) {
  const calendar = await loadCalendar(tx)
  const waiting = await tx
    .select({ id: residencies.id, submittedAt: residencies.submittedAt, dueAt: residencies.dueAt })
    .from(residencies)
    .where(and(eq(residencies.status, 'pending'), gte(residencies.dueAt, atShanghai(year, 1, 1))))
  for (const { id, submittedAt, dueAt } of waiting) {
    const due = submittedAt === null ? dueAt : serviceDue(submittedAt, DAYS_TO_VERIFY, calendar).dueAt
    if (due !== dueAt) await tx.update(residencies).set({ dueAt: due }).where(eq(residencies.id, id))
  }
}
