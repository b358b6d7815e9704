import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { moderationChecks as checks, moderationReports as reports } from './tables.ts'

/** What a person has written that was looked at, the latest first. */
export function allWrittenBy(db: Read, personId: string) {
  return db
    .select()
    .from(checks)
    .where(eq(checks.authorId, personId))
    .orderBy(desc(checks.changedAt), desc(checks.id))
    .then((rows) => rows)
}
/** What a person has reported, the latest first. */
export function allReportsOf(db: Read, personId: string) {
  return db
    .select({ at: reports.at, reason: reports.reason, note: reports.note, kind: checks.kind })
    .from(reports)
    .innerJoin(checks, eq(checks.id, reports.checkId))
    .where(eq(reports.reporterId, personId))
    .orderBy(desc(reports.at), desc(reports.id))
    .then((rows) => rows)
}
/** The person is erased: what they said in their own words of it goes; that it was reported and appealed stays. */
export async function forgetWords(tx: Write, personId: string) {
  await tx.update(reports).set({ note: '' }).where(eq(reports.reporterId, personId))
  await tx
    .update(checks)
    .set({ appealText: '' })
    .where(and(eq(checks.authorId, personId), isNotNull(checks.appealText)))
}
