import type { RevealOutcome, RevealView } from '@tmt/shared/identity/contract.ts'
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { newId } from '../platform/ids.ts'
import type { Read, Write } from '../platform/store.ts'
import { PAGE } from './store.ts'
import { identities, reveals } from './tables.ts'

export type Reveal = typeof reveals.$inferSelect
type NewReveal = Pick<Reveal, 'personId' | 'field' | 'reason' | 'actorId' | 'communityId'>

export async function insertReveal(tx: Write, reveal: NewReveal, now: number) {
  await tx.insert(reveals).values({ id: newId(now), ...reveal, at: now })
}
/** How often somebody looked since then. */
export function countReveals(db: Read, actorId: string, since: number) {
  return db.$count(reveals, and(eq(reveals.actorId, actorId), gte(reveals.at, since)))
}
export async function findReveal(db: Read, id: string): Promise<Reveal | undefined> {
  const [row] = await db.select().from(reveals).where(eq(reveals.id, id))
  return row
}
/** The reviewer's word; false when a colleague was faster. */
export async function saveReview(
  tx: Write,
  id: string,
  review: { outcome: RevealOutcome; note: string | null; reviewerId: string },
  now: number,
) {
  const rows = await tx
    .update(reveals)
    .set({ ...review, reviewedAt: now })
    .where(and(eq(reveals.id, id), isNull(reveals.outcome)))
    .returning({ id: reveals.id })
  return rows.length > 0
}

type Cursor = { at: number; id: string }
const read = (db: Read) =>
  db
    .select({
      reveal: reveals,
      communityName: divisions.name,
      byName: persons.name,
      byPhone: persons.phoneMask,
      of: identities.nameMask,
      ofNumber: identities.numberMask,
    })
    .from(reveals)
    .innerJoin(persons, eq(persons.id, reveals.actorId))
    .innerJoin(divisions, eq(divisions.code, reveals.communityId))
    .leftJoin(identities, eq(identities.personId, reveals.personId))
type Row = Awaited<ReturnType<typeof read>>[number]

function view({ reveal, communityName, byName, byPhone, of, ofNumber }: Row): RevealView {
  const { id, at, field, reason, outcome, note, reviewedAt } = reveal
  return {
    id,
    at,
    field,
    reason,
    communityName,
    by: byName ?? `尾号 ${byPhone.slice(-4)} 的工作人员`,
    byPhone,
    // A withdrawal or an erasure takes the name away; that somebody looked stays.
    of: [of, ofNumber].filter(Boolean).join(' ') || '已不在系统里的人',
    outcome,
    note,
    reviewedAt,
  }
}
const place = sql`(${reveals.at}, ${reveals.id})`
const later = (after: Cursor | null) => after && sql`${place} > (${after.at}, ${after.id})`
const earlier = (after: Cursor | null) => after && sql`${place} < (${after.at}, ${after.id})`

/** Nobody has reviewed them; the earliest first, a page and one more. */
export async function listWaiting(db: Read, before: number, after: Cursor | null) {
  const rows = await read(db)
    .where(and(isNull(reveals.outcome), lt(reveals.at, before), later(after) ?? undefined))
    .orderBy(asc(reveals.at), asc(reveals.id))
    .limit(PAGE + 1)
  return rows.map(view)
}
/** Reviewed ones, the latest look first. */
export async function listReviewed(db: Read, after: Cursor | null) {
  const rows = await read(db)
    .where(and(isNotNull(reveals.outcome), earlier(after) ?? undefined))
    .orderBy(desc(reveals.at), desc(reveals.id))
    .limit(PAGE + 1)
  return rows.map(view)
}
export async function listRevealsBy(db: Read, actorId: string, after: Cursor | null) {
  const rows = await read(db)
    .where(and(eq(reveals.actorId, actorId), earlier(after) ?? undefined))
    .orderBy(desc(reveals.at), desc(reveals.id))
    .limit(PAGE + 1)
  return rows.map(view)
}
/** Who looked at this person's fields, for the person; the latest first. */
export async function revealsOf(db: Read, personId: string) {
  const rows = await read(db).where(eq(reveals.personId, personId)).orderBy(desc(reveals.at)).limit(200)
  return rows.map(view)
}
export async function readReveal(db: Read, id: string) {
  const [row] = await read(db).where(eq(reveals.id, id))
  return view(row!)
}
/** Deletes looks from before `before`, reviewed or not; at most `limit`. Returns how many went. */
export async function forgetReveals(tx: Write, before: number, limit: number) {
  const old = tx.select({ id: reveals.id }).from(reveals).where(lt(reveals.at, before)).limit(limit)
  const gone = await tx.delete(reveals).where(inArray(reveals.id, old)).returning({ id: reveals.id })
  return gone.length
}
