import { and, asc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { activities } from './tables.ts'

const bumped = sql`${activities.version} + 1`
type Versioned = { id: string; version: number }

/** Puts it off without a new time; false when it has ended or is no longer out. */
export async function postpone(tx: Write, id: string, reason: string, now: number) {
  const rows = await tx
    .update(activities)
    .set({ status: 'postponed', changeReason: reason, movedAt: now, changedAt: now, version: bumped })
    .where(and(eq(activities.id, id), eq(activities.status, 'published'), gt(activities.endsAt, now)))
    .returning({ id: activities.id })
  return rows.length > 0
}

/** Puts it among the old ones, or adds what happened; what was said already stays. */
export async function archive(tx: Write, id: string, closing: string, now: number) {
  const said = closing === '' ? null : closing
  const rows = await tx
    .update(activities)
    .set({
      archivedAt: sql`coalesce(${activities.archivedAt}, ${sql.param(now, activities.archivedAt)})`,
      closing: said,
      changedAt: now,
      version: bumped,
    })
    .where(and(eq(activities.id, id), isNull(activities.closing)))
    .returning({ id: activities.id })
  return rows.length > 0
}
/** Puts away what ended before; at most `limit` of them. Those that were. */
export async function archiveOld(tx: Write, before: number, limit: number, now: number) {
  const old = tx
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        isNull(activities.archivedAt),
        lt(activities.endsAt, before),
        inArray(activities.status, ['published', 'postponed', 'cancelled']),
      ),
    )
    .orderBy(asc(activities.endsAt))
    .limit(limit)
  return tx
    .update(activities)
    .set({ archivedAt: now })
    .where(inArray(activities.id, old))
    .returning({ id: activities.id, communityId: activities.communityId, townId: activities.townId })
}

/** Lets out what an organisation handed in; false when it has moved on. */
export async function letOut(tx: Write, { id, version }: Versioned, now: number) {
  return settle(
    tx,
    { id, version },
    {
      status: 'published',
      publishedAt: now,
      changedAt: now,
      returnReason: null,
    },
  )
}
/** Sends it back with what has to be mended; false when it has moved on. */
export async function sendBack(tx: Write, { id, version }: Versioned, returnReason: string, now: number) {
  return settle(tx, { id, version }, { status: 'draft', returnReason, changedAt: now })
}
async function settle(tx: Write, { id, version }: Versioned, to: Partial<typeof activities.$inferInsert>) {
  const rows = await tx
    .update(activities)
    .set({ ...to, reviewDueAt: null, version: version + 1 })
    .where(and(eq(activities.id, id), eq(activities.version, version), eq(activities.status, 'review')))
    .returning({ id: activities.id })
  return rows.length > 0
}

type Span = {
  communityId: string
  place: string
  startsAt: number
  endsAt: number
  except?: string | undefined
}
const HINTS = 3
/** What else is at the same place then; the longest activity bounds how far back is looked. */
export function listOverlaps(db: Read, span: Span, longest: number) {
  const { id, title, startsAt, endsAt } = activities
  return db
    .select({ id, title, startsAt, endsAt })
    .from(activities)
    .where(
      and(
        eq(activities.communityId, span.communityId),
        gt(startsAt, span.startsAt - longest),
        lt(startsAt, span.endsAt),
        gt(endsAt, span.startsAt),
        eq(activities.place, span.place),
        inArray(activities.status, ['review', 'published']),
        span.except === undefined ? undefined : ne(id, span.except),
      ),
    )
    .orderBy(asc(startsAt), asc(id))
    .limit(HINTS)
    .then((rows) => rows)
}

/** Those of a series from one of them on that still can be changed, that one first. */
export function listFollowing(db: Read, seriesId: string, from: number) {
  return db
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.seriesId, seriesId),
        sql`${activities.startsAt} >= ${from}`,
        ne(activities.status, 'cancelled'),
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))
    .then((rows) => rows.map(({ id }) => id))
}
