import { endOfToday } from '@tmt/shared/due.ts'
import { ASK_AHEAD, CHECK_EVERY, CHECK_REPORTED_WITHIN } from '@tmt/shared/organizations/rules.ts'
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm'
import { countGroups, isAfter } from '../platform/due-columns.ts'
import type { CommunityCounts } from '../platform/due.ts'
import type { Cursor } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { organizationReports, organizations } from './tables.ts'

const P = sql.placeholder
const ms = (span: number) => sql.raw(String(span))
const reportedAt = sql<
  number | null
>`(select min(${organizationReports.at}) from ${organizationReports} where ${organizationReports.organizationId} = ${organizations.id})`
/** A number that nobody answers is looked after first; the others once a year. */
const until =
  sql<number>`coalesce(${reportedAt} + ${ms(CHECK_REPORTED_WITHIN)}, ${organizations.checkedAt} + ${ms(CHECK_EVERY)})`.mapWith(
    Number,
  )
const near = sql`${until} < cast(${P('near')} as bigint)`

const waiting = prepared((db: Read) =>
  db
    .select({
      id: organizations.id,
      communityId: organizations.communityId,
      name: organizations.name,
      checkedAt: organizations.checkedAt,
      reportedAt: sql<number | null>`${reportedAt}`.mapWith(Number),
      until,
    })
    .from(organizations)
    .where(and(eq(organizations.communityId, P('community')), near, isAfter(until, organizations.id)))
    .orderBy(asc(until), asc(organizations.id))
    .limit(P('limit')),
)
/** Cards to be made sure of, the most pressing first. */
export function listChecks(db: Read, community: string, now: number, after: Cursor, limit: number) {
  return waiting(db, { community, limit, near: now + ASK_AHEAD, ...after })
}

const counted = prepared((db: Read) =>
  db
    .select({ communityId: organizations.communityId, ...countGroups(until) })
    .from(organizations)
    .where(and(gte(organizations.communityId, P('first')), lt(organizations.communityId, P('beyond')), near))
    .groupBy(organizations.communityId),
)
/** How many in each community whose code lies in this range. */
export function countChecks(
  db: Read,
  range: { first: string; beyond: string },
  now: number,
): Promise<CommunityCounts[]> {
  return counted(db, { ...range, now, midnight: endOfToday(now), near: now + ASK_AHEAD })
}
