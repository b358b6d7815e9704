import { endOfToday } from '@tmt/shared/due.ts'
import { and, asc, eq, gte, lt, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { places } from '../divisions/tables.ts'
import { countGroups, isAfter } from '../platform/due-columns.ts'
import type { CommunityCounts } from '../platform/due.ts'
import type { Cursor } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { inGrids } from './queue-store.ts'
import { columns } from './store.ts'
import { residencies } from './tables.ts'

type Grids = { grids: readonly string[] | null }

const shown = {
  id: residencies.id,
  communityId: residencies.communityId,
  kind: residencies.kind,
  submittedAt: residencies.submittedAt,
  dueAt: residencies.dueAt,
  changedAt: residencies.changedAt,
  placeName: columns.placeName,
  areaName: columns.areaName,
}
const P = sql.placeholder
/** In a community or in its grids, which stand in the statement itself. */
const where = (community: string | Placeholder, grids: readonly string[] | null) =>
  and(eq(residencies.communityId, community), eq(residencies.status, 'pending'), inGrids(grids))
const inOrder = (db: Read, waiting: SQL | undefined) =>
  db
    .select(shown)
    .from(residencies)
    .innerJoin(places, eq(places.code, residencies.placeCode))
    .where(waiting)
    .orderBy(asc(residencies.dueAt), asc(residencies.id))
const inAll = prepared((db: Read) =>
  inOrder(db, and(where(P('community'), null), isAfter(residencies.dueAt, residencies.id))).limit(P('limit')),
)
export type Told = Awaited<ReturnType<typeof inAll>>[number]

/** Those that wait, the most pressing first. */
export async function listWaiting(
  db: Read,
  { communityId, grids, after, limit }: Grids & { communityId: string; after: Cursor; limit: number },
): Promise<Told[]> {
  if (grids === null) return inAll(db, { community: communityId, limit, ...after })
  const beyond = isAfter(residencies.dueAt, residencies.id, after)
  return inOrder(db, and(where(communityId, grids), beyond)).limit(limit)
}

type Value<T> = T | Placeholder
type Bounds = Record<'first' | 'beyond', Value<string>> & Record<'now' | 'midnight', Value<number>>
const selected = (db: Read, { now, midnight }: Bounds) =>
  db
    .select({
      communityId: residencies.communityId,
      ...countGroups(residencies.dueAt, { now, midnight }),
    })
    .from(residencies)
    .$dynamic()
const within = ({ first, beyond }: Bounds) =>
  and(
    gte(residencies.communityId, first),
    lt(residencies.communityId, beyond),
    eq(residencies.status, 'pending'),
  )
/** Read off the queue's index alone. */
const countedInAll = prepared((db: Read) => {
  const bounds = { first: P('first'), beyond: P('beyond'), now: P('now'), midnight: P('midnight') }
  return selected(db, bounds).where(within(bounds)).groupBy(residencies.communityId)
})
/** How many wait in each community whose code lies in this range. */
export async function countWaiting(
  db: Read,
  { first, beyond, grids }: Grids & { first: string; beyond: string },
  now: number,
): Promise<CommunityCounts[]> {
  const bounds = { first, beyond, now, midnight: endOfToday(now) }
  if (grids === null) return countedInAll(db, bounds)
  return selected(db, bounds)
    .innerJoin(places, eq(places.code, residencies.placeCode))
    .where(and(within(bounds), inGrids(grids)))
    .groupBy(residencies.communityId)
}
