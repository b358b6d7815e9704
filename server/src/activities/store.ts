import { type ActivityFacts, limits } from '@tmt/shared/activities/detail-contract.ts'
import type { Organization } from '@tmt/shared/people/organization.ts'
import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { findDivision } from '../divisions/store.ts'
import { divisions } from '../divisions/tables.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { activities } from './tables.ts'

export type Activity = typeof activities.$inferSelect & { communityName: string }

const byId = prepared((db: Read) =>
  db
    .select({ activity: activities, communityName: divisions.name })
    .from(activities)
    .innerJoin(divisions, eq(divisions.code, activities.communityId))
    .where(eq(activities.id, sql.placeholder('id'))),
)
export async function findActivity(db: Read, id: string): Promise<Activity | undefined> {
  const [row] = await byId(db, { id })
  return row && { ...row.activity, communityName: row.communityName }
}

/** Where activities are held: a village or a community, of either kind. */
export async function loadCommunity(db: Read, { communityId }: { communityId: string }) {
  const division = await findDivision(db, communityId)
  return division?.level === 'community' ? { communityId } : undefined
}

/** What an organisation has not handed in yet, or was sent back: nobody's but its own. */
const isTheirs = ({ status, hostUscc }: Activity) => status === 'draft' && hostUscc !== null
/** What staff know of: not what an organisation has not handed in. */
export async function findForStaff(db: Read, { id }: { id: string }) {
  const found = await findActivity(db, id)
  return found && !isTheirs(found) ? found : undefined
}

export type NewActivity = ActivityFacts & {
  communityId: string
  createdBy: string
  publish: boolean
  host?: Organization
  /** By when an organisation is answered that hands it in. */
  reviewDueAt?: number
  seriesId?: string
  demo?: boolean
}
export async function insertActivity(tx: Write, { publish, host, ...activity }: NewActivity, now: number) {
  const id = newId(now)
  const submitted = activity.reviewDueAt !== undefined
  const status = publish ? ('published' as const) : submitted ? ('review' as const) : ('draft' as const)
  await tx.insert(activities).values({
    id,
    ...activity,
    townId: parentOf(activity.communityId)!,
    hostName: host?.name ?? null,
    hostUscc: host?.uscc ?? null,
    submittedAt: submitted ? now : null,
    status,
    createdAt: now,
    changedAt: now,
    publishedAt: publish ? now : null,
  })
  return id
}

/** What becomes of it beside its facts. */
type Course = Partial<
  Pick<
    Activity,
    'status' | 'publishedAt' | 'changeReason' | 'movedAt' | 'submittedAt' | 'reviewDueAt' | 'returnReason'
  >
>
/** A limit that is left out is taken away. */
const noLimits = Object.fromEntries(Object.keys(limits).map((name) => [name, null])) as Record<
  keyof typeof limits,
  null
>

/** Writes new facts over the version that they were made from; false when it has moved on or too many places are taken. */
export async function updateFacts(
  tx: Write,
  { id, version }: Pick<Activity, 'id' | 'version'>,
  facts: ActivityFacts,
  now: number,
  course: Course = {},
) {
  const rows = await tx
    .update(activities)
    .set({
      ...noLimits,
      ...facts,
      ...course,
      poster: facts.poster ?? null,
      posterAlt: facts.posterAlt ?? null,
      changedAt: now,
      version: version + 1,
    })
    .where(
      and(
        eq(activities.id, id),
        eq(activities.version, version),
        sql`${activities.confirmed} + ${activities.offered} <= ${facts.capacity}`,
      ),
    )
    .returning({ id: activities.id })
  return rows.length > 0
}
export async function publish(tx: Write, id: string, version: number, now: number) {
  const rows = await tx
    .update(activities)
    .set({ status: 'published', publishedAt: now, changedAt: now, version: version + 1 })
    .where(and(eq(activities.id, id), eq(activities.version, version), eq(activities.status, 'draft')))
    .returning({ id: activities.id })
  return rows.length > 0
}
export async function cancel(tx: Write, id: string, reason: string, now: number) {
  const rows = await tx
    .update(activities)
    .set({
      status: 'cancelled',
      cancelReason: reason,
      changedAt: now,
      version: sql`${activities.version} + 1`,
    })
    .where(
      and(
        eq(activities.id, id),
        isNull(activities.archivedAt),
        // What was put off has no end.
        or(
          eq(activities.status, 'postponed'),
          and(eq(activities.status, 'published'), gt(activities.endsAt, now)),
        ),
      ),
    )
    .returning({ id: activities.id })
  return rows.length > 0
}
export async function discard(tx: Write, id: string) {
  const rows = await tx
    .delete(activities)
    .where(and(eq(activities.id, id), eq(activities.status, 'draft')))
    .returning({ id: activities.id })
  return rows.length > 0
}
/** Hides it from everybody but staff, with the reason that they are told; null shows it again. */
export async function setHidden(tx: Write, id: string, why: string | null) {
  await tx.update(activities).set({ hiddenWhy: why }).where(eq(activities.id, id))
}
/** Demonstration activities that have not ended. */
export function countUpcomingDemo(db: Read, now: number) {
  return db.$count(activities, and(eq(activities.demo, true), gt(activities.endsAt, now)))
}
