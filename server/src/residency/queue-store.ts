import { prefixOf } from '@tmt/shared/divisions/rules.ts'
import type { Status } from '@tmt/shared/residency/contract.ts'
import { and, asc, eq, inArray, isNotNull, isNull, like, lt, lte, or, sql } from 'drizzle-orm'
import { divisions, places } from '../divisions/tables.ts'
import { type Cursor, PAGE } from '../platform/paging.ts'
import type { Read, Write } from '../platform/store.ts'
import { flat, joined, type Residency } from './store.ts'
import { residencies } from './tables.ts'

/** What a grid worker's grids look after; everything where `grids` is null. */
export function inGrids(grids: readonly string[] | null) {
  if (grids === null) return undefined
  if (grids.length === 0) return sql`1 = 0`
  return or(...grids.map((grid) => or(eq(places.gridCode, grid), like(places.gridCode, `${grid}-%`))))
}
type Scope = { communityId: string; grids: readonly string[] | null }
/** Those that wait, the soonest due first; those of another status by when they were decided: a page and one row more. */
export async function listClaims(
  db: Read,
  { communityId, grids }: Scope,
  status: Status,
  after: Cursor | null,
): Promise<Residency[]> {
  const by = status === 'pending' ? residencies.dueAt : residencies.changedAt
  const beyond = after ? sql`(${by}, ${residencies.id}) > (${after.at}, ${after.id})` : undefined
  const where = and(
    eq(residencies.communityId, communityId),
    eq(residencies.status, status),
    inGrids(grids),
    beyond,
  )
  const rows = await joined(db)
    .where(where)
    .orderBy(asc(by), asc(residencies.id))
    .limit(PAGE + 1)
  return rows.map(flat)
}
type Ending = { id: string; personId: string; communityId: string; confirmBy: number }
const ending = {
  id: residencies.id,
  personId: residencies.personId,
  communityId: residencies.communityId,
  confirmBy: sql<number>`${residencies.confirmBy}`,
}
/** Those whose year is over. */
export function listLapsed(db: Read, now: number, limit: number): Promise<Ending[]> {
  return db
    .select(ending)
    .from(residencies)
    .where(and(eq(residencies.status, 'verified'), lte(residencies.confirmBy, now)))
    .orderBy(asc(residencies.confirmBy))
    .limit(limit)
    .then((rows) => rows.map((row) => ({ ...row, confirmBy: Number(row.confirmBy) })))
}
/** Marks those whose end comes before `until` and who were not told of it; returns them, each once. */
export async function takeUnreminded(tx: Write, until: number, limit: number): Promise<Ending[]> {
  const due = tx
    .select({ id: residencies.id })
    .from(residencies)
    .where(
      and(
        eq(residencies.status, 'verified'),
        isNotNull(residencies.confirmBy),
        lt(residencies.confirmBy, until),
        sql`${residencies.remindedOf} is distinct from ${residencies.confirmBy}`,
      ),
    )
    .limit(limit)
  const rows = await tx
    .update(residencies)
    .set({ remindedOf: residencies.confirmBy })
    .where(inArray(residencies.id, due))
    .returning(ending)
  return rows.map((row) => ({ ...row, confirmBy: Number(row.confirmBy) }))
}

type Late = { id: string; personId: string; communityId: string; dueAt: number }
/** Marks those whose answer is late and for whom nobody was urged; returns them, each once. */
export async function takeUnurged(tx: Write, now: number, limit: number): Promise<Late[]> {
  const unurged = and(
    eq(residencies.status, 'pending'),
    lte(residencies.dueAt, now),
    isNull(residencies.urgedAt),
  )
  const late = tx.select({ id: residencies.id }).from(residencies).where(unurged).limit(limit)
  const rows = await tx
    .update(residencies)
    .set({ urgedAt: now })
    // Said once more for the database in which somebody decides in between.
    .where(and(inArray(residencies.id, late), unurged))
    .returning({
      id: residencies.id,
      personId: residencies.personId,
      communityId: residencies.communityId,
      dueAt: sql<number>`${residencies.dueAt}`,
    })
  return rows.map((row) => ({ ...row, dueAt: Number(row.dueAt) }))
}
/** For each community within a division that keeps somebody waiting too long: how many, and since when. */
export async function listOverdue(db: Read, division: string, now: number) {
  const rows = await db
    .select({
      communityId: divisions.code,
      communityName: divisions.name,
      late: sql<number>`count(*)`,
      urged: sql<number>`count(${residencies.urgedAt})`,
      since: sql<number>`min(${residencies.dueAt})`,
    })
    .from(residencies)
    .innerJoin(divisions, eq(divisions.code, residencies.communityId))
    .where(
      and(
        eq(residencies.status, 'pending'),
        lte(residencies.dueAt, now),
        like(residencies.communityId, `${prefixOf(division)}%`),
      ),
    )
    .groupBy(divisions.code, divisions.name)
    .orderBy(sql`min(${residencies.dueAt})`, asc(divisions.code))
  return rows.map(({ late, urged, since, ...community }) => ({
    ...community,
    late: Number(late),
    urged: Number(urged),
    since: Number(since),
  }))
}
