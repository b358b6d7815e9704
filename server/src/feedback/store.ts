import type { Kind, Opinion, OpinionFacts } from '@tmt/shared/feedback/contract.ts'
import { and, count, desc, eq, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { newId } from '../platform/ids.ts'
import type { Read, Write } from '../platform/store.ts'
import { type Cursor, PAGE } from '../platform/paging.ts'
import { opinionDays, opinions } from './tables.ts'

/** What is shown: everything but who wrote it, and who answered. */
const columns = {
  id: opinions.id,
  kind: opinions.kind,
  text: opinions.text,
  page: opinions.page,
  wantsAnswer: opinions.wantsAnswer,
  at: opinions.at,
  answerBy: opinions.answerBy,
  answer: opinions.answer,
  answeredAt: opinions.answeredAt,
  correction: opinions.correction,
  correctedAt: opinions.correctedAt,
}
/** Latest first; a whole page and one row more, which tells that there is a next page. */
function list(db: Read, scope: SQL | undefined, after: Cursor | null): Promise<Opinion[]> {
  const before = after ? sql`(${opinions.at}, ${opinions.id}) < (${after.at}, ${after.id})` : undefined
  return db
    .select(columns)
    .from(opinions)
    .where(and(scope, before))
    .orderBy(desc(opinions.at), desc(opinions.id))
    .limit(PAGE + 1)
    .then((rows) => rows)
}
export function listOf(db: Read, personId: string, after: Cursor | null) {
  return list(db, eq(opinions.personId, personId), after)
}
export function listAll(db: Read, state: 'waiting' | 'answered' | undefined, after: Cursor | null) {
  const answered = { waiting: isNull(opinions.answer), answered: isNotNull(opinions.answer) }
  return list(db, state && answered[state], after)
}
export async function findOpinion(db: Read, id: string): Promise<Opinion | undefined> {
  const [row] = await db.select(columns).from(opinions).where(eq(opinions.id, id))
  return row
}

/** Whose it is; null for a guest's. Told to nobody but the person. */
export async function writerOf(db: Read, id: string): Promise<string | null> {
  const [row] = await db.select({ personId: opinions.personId }).from(opinions).where(eq(opinions.id, id))
  return row?.personId ?? null
}

/** Counts one more of this day; false when they were enough. One statement decides, for two devices at once. */
export async function countOpinion(tx: Write, personId: string, day: string, most: number) {
  const t = opinionDays
  const rows = await tx
    .insert(t)
    .values({ personId, day, sent: 1 })
    .onConflictDoUpdate({
      target: t.personId,
      set: { day, sent: sql`case when ${t.day} = ${day} then ${t.sent} + 1 else 1 end` },
      setWhere: sql`${t.day} <> ${day} or ${t.sent} < ${most}`,
    })
    .returning({ sent: t.sent })
  return rows.length > 0
}
type NewOpinion = OpinionFacts & { personId: string | null; answerBy: number | null }
export async function insertOpinion(tx: Write, opinion: NewOpinion, now: number) {
  const id = newId(now)
  await tx.insert(opinions).values({ id, ...opinion, at: now })
  return id
}
/** Answers what has no answer; false when somebody was faster. */
export async function answer(tx: Write, id: string, words: string, personId: string, now: number) {
  const rows = await tx
    .update(opinions)
    .set({ answer: words, answeredAt: now, answeredBy: personId })
    .where(and(eq(opinions.id, id), isNull(opinions.answer)))
    .returning({ id: opinions.id })
  return rows.length > 0
}
export async function correct(tx: Write, id: string, words: string, now: number) {
  const rows = await tx
    .update(opinions)
    .set({ correction: words, correctedAt: now })
    .where(and(eq(opinions.id, id), isNotNull(opinions.answer), isNull(opinions.correction)))
    .returning({ id: opinions.id })
  return rows.length > 0
}

export async function statistic(db: Read, now: number) {
  const kinds = await db.select({ kind: opinions.kind, n: count() }).from(opinions).groupBy(opinions.kind)
  const byKind: Record<Kind, number> = { error: 0, suggestion: 0, praise: 0, other: 0 }
  for (const { kind, n } of kinds) byKind[kind] = n
  const wanted = isNotNull(opinions.answerBy)
  const open = and(wanted, isNull(opinions.answer))
  const given = and(wanted, isNotNull(opinions.answer))
  return {
    total: kinds.reduce((sum, { n }) => sum + n, 0),
    byKind,
    waiting: await db.$count(opinions, open),
    overdue: await db.$count(opinions, and(open, lte(opinions.answerBy, now))),
    answered: await db.$count(opinions, given),
    inTime: await db.$count(opinions, and(given, lt(opinions.answeredAt, opinions.answerBy))),
  }
}
