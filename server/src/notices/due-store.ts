import { endOfToday } from '@tmt/shared/due.ts'
import { DAY } from '@tmt/shared/time.ts'
import { and, asc, eq, gt, gte, lt, sql } from 'drizzle-orm'
import { countGroups, isAfter } from '../platform/due-columns.ts'
import type { CommunityCounts } from '../platform/due.ts'
import type { Cursor } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { notices } from './tables.ts'

const P = sql.placeholder
/** A draft whose end is this long past has been given up. */
const GIVEN_UP = 30 * DAY

const waiting = and(eq(notices.status, 'draft'), gt(notices.listedUntil, P('past')))
const drafts = prepared((db: Read) =>
  db
    .select({
      id: notices.id,
      division: notices.division,
      title: notices.title,
      listedUntil: notices.listedUntil,
      createdAt: notices.createdAt,
    })
    .from(notices)
    .where(and(eq(notices.division, P('division')), waiting, isAfter(notices.listedUntil, notices.id)))
    .orderBy(asc(notices.listedUntil), asc(notices.id))
    .limit(P('limit')),
)
export function listDrafts(db: Read, division: string, now: number, after: Cursor, limit: number) {
  return drafts(db, { division, limit, past: now - GIVEN_UP, ...after })
}
export type Draft = Awaited<ReturnType<typeof listDrafts>>[number]

const counted = prepared((db: Read) =>
  db
    .select({ communityId: notices.division, ...countGroups(notices.listedUntil) })
    .from(notices)
    .where(and(gte(notices.division, P('first')), lt(notices.division, P('beyond')), waiting))
    .groupBy(notices.division),
)
/** How many wait in each unit whose code lies in this range. */
export function countDrafts(
  db: Read,
  range: { first: string; beyond: string },
  now: number,
): Promise<CommunityCounts[]> {
  return counted(db, { ...range, now, midnight: endOfToday(now), past: now - GIVEN_UP })
}
