import { endOfToday } from '@tmt/shared/due.ts'
import { LOOK_WITHIN } from '@tmt/shared/moderation/rules.ts'
import { and, asc, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { countGroups, isAfter } from '../platform/due-columns.ts'
import type { CommunityCounts } from '../platform/due.ts'
import type { Cursor } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { moderationChecks as checks } from './tables.ts'

const P = sql.placeholder
const until = sql<number>`${checks.waitsSince} + ${sql.raw(String(LOOK_WITHIN))}`.mapWith(Number)
const waiting = prepared((db: Read) =>
  db
    .select({
      id: checks.id,
      communityId: checks.communityId,
      kind: checks.kind,
      part: checks.part,
      cause: checks.cause,
      appealedAt: checks.appealedAt,
      excerpt: checks.excerpt,
      waitsSince: checks.waitsSince,
      until,
    })
    .from(checks)
    .where(
      and(eq(checks.communityId, P('community')), isNotNull(checks.waitsSince), isAfter(until, checks.id)),
    )
    .orderBy(asc(checks.waitsSince), asc(checks.id))
    .limit(P('limit')),
)
/** What waits for a person, longest first. */
export function listLooks(db: Read, community: string, after: Cursor, limit: number) {
  return waiting(db, { community, limit, ...after })
}
export type Look = Awaited<ReturnType<typeof listLooks>>[number]

const counted = prepared((db: Read) =>
  db
    .select({ communityId: checks.communityId, ...countGroups(until) })
    .from(checks)
    .where(
      and(
        gte(checks.communityId, P('first')),
        lt(checks.communityId, P('beyond')),
        isNotNull(checks.waitsSince),
      ),
    )
    .groupBy(checks.communityId),
)
/** How many wait in each community whose code lies in this range. */
export function countLooks(
  db: Read,
  range: { first: string; beyond: string },
  now: number,
): Promise<CommunityCounts[]> {
  return counted(db, { ...range, now, midnight: endOfToday(now) })
}
