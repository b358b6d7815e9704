import { endOfToday } from '@tmt/shared/due.ts'
import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { places } from '../divisions/tables.ts'
import { countGroups, isAfter } from '../platform/due-columns.ts'
import type { CommunityCounts } from '../platform/due.ts'
import type { Cursor } from '../platform/paging.ts'
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
const selected = (db: Read) =>
  db.select(shown).from(residencies).innerJoin(places, eq(places.code, residencies.placeCode)).$dynamic()
export type Told = Awaited<ReturnType<typeof selected>>[number]

/** Those that wait in a community or in its grids, the most pressing first. */
export function listWaiting(
  db: Read,
  { communityId, grids, after, limit }: Grids & { communityId: string; after: Cursor; limit: number },
): Promise<Told[]> {
  return selected(db)
    .where(
      and(
        eq(residencies.communityId, communityId),
        eq(residencies.status, 'pending'),
        inGrids(grids),
        isAfter(residencies.dueAt, residencies.id, after),
      ),
    )
    .orderBy(asc(residencies.dueAt), asc(residencies.id))
    .limit(limit)
    .then((rows) => rows)
}
/** How many wait in each community whose code lies in this range. */
export function countWaiting(
  db: Read,
  { first, beyond, grids }: Grids & { first: string; beyond: string },
  now: number,
): Promise<CommunityCounts[]> {
  return db
    .select({
      communityId: residencies.communityId,
      ...countGroups(residencies.dueAt, { now, midnight: endOfToday(now) }),
    })
    .from(residencies)
    .innerJoin(places, eq(places.code, residencies.placeCode))
    .where(
      and(
        gte(residencies.communityId, first),
        lt(residencies.communityId, beyond),
        eq(residencies.status, 'pending'),
        inGrids(grids),
      ),
    )
    .groupBy(residencies.communityId)
    .then((rows) => rows)
}
