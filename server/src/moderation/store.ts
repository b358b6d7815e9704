import type { CheckState } from '@tmt/shared/moderation/contract.ts'
import { whyHidden } from '@tmt/shared/moderation/labels.ts'
import { and, asc, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm'
import { persons } from '../people/tables.ts'
import { newId } from '../platform/ids.ts'
import type { Read, Write } from '../platform/store.ts'
import { moderationChecks as checks, moderationReports as reports } from './tables.ts'

export type Check = typeof checks.$inferSelect
export type Report = typeof reports.$inferSelect
export type Cursor = { at: number; id: string }
export const PAGE = 20

export async function findCheck(db: Read, id: string): Promise<Check | undefined> {
  const [row] = await db.select().from(checks).where(eq(checks.id, id))
  return row
}
export async function findByTrace(db: Read, traceId: string): Promise<Check | undefined> {
  const [row] = await db.select().from(checks).where(eq(checks.traceId, traceId))
  return row
}
type Of = Pick<Check, 'kind' | 'subjectId'>
const ofSubject = ({ kind, subjectId }: Of) => and(eq(checks.kind, kind), eq(checks.subjectId, subjectId))
export async function partsOf(db: Read, subject: Of): Promise<Check[]> {
  return db.select().from(checks).where(ofSubject(subject))
}
/** Whether others see a thing: none of its parts is held back. `why` says it of the first that is. */
export async function standingOf(db: Read, subject: Of): Promise<{ shown: boolean; why: string | null }> {
  const held = (await partsOf(db, subject)).find((part) => !part.shown)
  if (!held) return { shown: true, why: null }
  return { shown: false, why: held.state === 'hidden' ? whyHidden(held) : '等人看过再显示' }
}

/** Nothing is decided yet about these words. */
const undecided = {
  cause: null,
  label: null,
  traceId: null,
  reason: null,
  note: null,
  hiddenBy: null,
  decidedBy: null,
  appealText: null,
  appealedAt: null,
  appealOutcome: null,
  appealAnswer: null,
  waitsSince: null,
} as const
type NewCheck = Pick<
  Check,
  'kind' | 'subjectId' | 'part' | 'communityId' | 'authorId' | 'official' | 'excerpt' | 'content' | 'shown'
> & { state?: CheckState }

export async function insertCheck(tx: Write, check: NewCheck, now: number): Promise<Check> {
  const row = { ...undecided, id: newId(now), state: 'checking' as const, ...check, changedAt: now }
  const [made] = await tx.insert(checks).values(row).returning()
  return made!
}
/** Other words stand there now: everything begins anew. */
export async function beginAnew(tx: Write, { id }: Pick<Check, 'id'>, check: NewCheck, now: number) {
  await tx.delete(reports).where(eq(reports.checkId, id))
  const [row] = await tx
    .update(checks)
    .set({ ...check, ...undecided, state: 'checking', round: sql`${checks.round} + 1`, changedAt: now })
    .where(eq(checks.id, id))
    .returning()
  return row!
}
export async function dropCheck(tx: Write, { id }: Pick<Check, 'id'>) {
  await tx.delete(reports).where(eq(reports.checkId, id))
  await tx.delete(checks).where(eq(checks.id, id))
}

export async function saveTrace(tx: Write, { id, round }: Check, traceId: string) {
  await tx
    .update(checks)
    .set({ traceId })
    .where(and(eq(checks.id, id), eq(checks.round, round), eq(checks.state, 'checking')))
}
type Change = Partial<typeof checks.$inferInsert>
/**
 * Writes what the gateway found. Undefined when it is of no use any more: other words stand there, a person was
 * faster, or it was written before. A verdict that comes after the waiting was given up still counts.
 */
export async function settle(tx: Write, { id, round }: Check, change: Change, now: number) {
  const open = or(
    eq(checks.state, 'checking'),
    and(eq(checks.state, 'review'), eq(checks.cause, 'gatewayDown')),
  )
  const [row] = await tx
    .update(checks)
    .set({ ...change, changedAt: now })
    .where(and(eq(checks.id, id), eq(checks.round, round), open))
    .returning()
  return row
}
/** Writes what a person decided over what they had read; undefined when it stands otherwise meanwhile. */
export async function decide(tx: Write, read: Check, change: Change, now: number) {
  const { id, round, state } = read
  const [row] = await tx
    .update(checks)
    .set({ ...change, changedAt: now })
    .where(and(eq(checks.id, id), eq(checks.round, round), eq(checks.state, state)))
    .returning()
  return row
}
/** Once for each hiding; false when somebody was faster. */
export async function saveAppeal(tx: Write, { id }: Check, text: string, now: number) {
  const rows = await tx
    .update(checks)
    .set({ appealText: text, appealedAt: now, waitsSince: now, changedAt: now })
    .where(and(eq(checks.id, id), eq(checks.state, 'hidden'), sql`${checks.appealedAt} is null`))
    .returning({ id: checks.id })
  return rows.length > 0
}
export async function answerAppeal(tx: Write, { id }: Check, change: Change, now: number) {
  const [row] = await tx
    .update(checks)
    .set({ ...change, waitsSince: null, changedAt: now })
    .where(and(eq(checks.id, id), eq(checks.state, 'hidden'), sql`${checks.appealOutcome} is null`))
    .returning()
  return row
}
/** A unique index keeps a second report by the same person out. */
export async function insertReport(tx: Write, report: Omit<Report, 'id'>) {
  await tx.insert(reports).values({ ...report, id: newId(report.at) })
}
/** What the gateway was asked about before `before` and never told; at most `limit`. */
export async function listUnanswered(db: Read, before: number, limit: number): Promise<Check[]> {
  const late = and(eq(checks.state, 'checking'), lt(checks.changedAt, before))
  return db.select().from(checks).where(late).limit(limit)
}

export type QueueRow = { check: Check; authorName: string | null }
const withAuthor = (db: Read) =>
  db
    .select({ check: checks, authorName: persons.name })
    .from(checks)
    .innerJoin(persons, eq(persons.id, checks.authorId))

/** What waits for a person, longest first: a whole page and one row more. */
export async function listWaiting(db: Read, communityId: string, after: Cursor | null): Promise<QueueRow[]> {
  const later = after ? sql`(${checks.waitsSince}, ${checks.id}) > (${after.at}, ${after.id})` : undefined
  return withAuthor(db)
    .where(and(eq(checks.communityId, communityId), isNotNull(checks.waitsSince), later))
    .orderBy(asc(checks.waitsSince), asc(checks.id))
    .limit(PAGE + 1)
}
/** What is hidden, latest first. */
export async function listHidden(db: Read, communityId: string, after: Cursor | null): Promise<QueueRow[]> {
  const before = after ? sql`(${checks.changedAt}, ${checks.id}) < (${after.at}, ${after.id})` : undefined
  return withAuthor(db)
    .where(and(eq(checks.communityId, communityId), eq(checks.state, 'hidden'), before))
    .orderBy(desc(checks.changedAt), desc(checks.id))
    .limit(PAGE + 1)
}
/** One's own things that are held back, or were appealed for. */
export async function listMine(db: Read, personId: string, after: Cursor | null): Promise<Check[]> {
  const before = after ? sql`(${checks.changedAt}, ${checks.id}) < (${after.at}, ${after.id})` : undefined
  const notable = or(inArray(checks.state, ['review', 'hidden']), isNotNull(checks.appealedAt))
  return db
    .select()
    .from(checks)
    .where(and(eq(checks.authorId, personId), notable, before))
    .orderBy(desc(checks.changedAt), desc(checks.id))
    .limit(PAGE + 1)
}
export async function listReports(db: Read, ids: readonly string[]): Promise<Map<string, Report[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select()
    .from(reports)
    .where(inArray(reports.checkId, [...ids]))
    .orderBy(asc(reports.at), asc(reports.id))
  return Map.groupBy(rows, ({ checkId }) => checkId)
}
