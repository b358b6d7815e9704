import { type ActivityFacts, limits } from '@tmt/shared/activities/contract.ts'
import { parentOf } from '@tmt/shared/divisions/rules.ts'
import { and, eq, gt, sql } from 'drizzle-orm'
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

export type NewActivity = ActivityFacts & {
  communityId: string
  createdBy: string
  publish: boolean
  demo?: boolean
}
export async function insertActivity(tx: Write, { publish, ...activity }: NewActivity, now: number) {
  const id = newId(now)
  const status = publish ? ('published' as const) : ('draft' as const)
  await tx.insert(activities).values({
    id,
    ...activity,
    townId: parentOf(activity.communityId)!,
    status,
    createdAt: now,
    changedAt: now,
    publishedAt: publish ? now : null,
  })
  return id
}

/** A limit that is left out is taken away. */
const noLimits = Object.fromEntries(Object.keys(limits).map((name) => [name, null])) as Record<
  keyof typeof limits,
  null
>

/** Writes new facts over the version that they were made from; false when it has moved on or too many places are taken. */
export async function updateFacts(tx: Write, id: string, version: number, facts: ActivityFacts, now: number) {
  const rows = await tx
    .update(activities)
    .set({
      ...noLimits,
      ...facts,
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
    .where(and(eq(activities.id, id), eq(activities.status, 'published'), gt(activities.endsAt, now)))
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
