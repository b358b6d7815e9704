import { type Ended, standingFrom, type Standing } from '@tmt/shared/activities/attendance-rules.ts'
import { mayLeaveFreely } from '@tmt/shared/activities/rules.ts'
import { and, desc, eq, exists, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Read } from '../platform/store.ts'
import { activities, attendances, excuses, signups } from './tables.ts'

/** The latest sign-ups suffice: thirty days and two in a row never need more. */
const LATEST = 60

type Moved = Parameters<typeof mayLeaveFreely>[0]
export type EndedSignup = Ended & { title: string }
/** What a person had signed up for and is over, where people were checked in at all; the latest first. */
export async function listEnded(db: Read, personId: string, now: number): Promise<EndedSignup[]> {
  const used = db
    .select({ one: sql`1` })
    .from(attendances)
    .where(and(eq(attendances.activityId, activities.id), isNull(attendances.undoneAt)))
  const rows = await db
    .select({
      activityId: activities.id,
      title: activities.title,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      movedAt: activities.movedAt,
      status: activities.status,
      at: signups.at,
      cancelledAt: signups.gaveBackAt,
      cameAt: attendances.at,
      excusedAt: excuses.at,
    })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .leftJoin(attendances, and(eq(attendances.signupId, signups.id), isNull(attendances.undoneAt)))
    .leftJoin(excuses, eq(excuses.signupId, signups.id))
    .where(
      and(
        eq(signups.personId, personId),
        // Who only waited, or let an offer go, held no place that stayed empty.
        or(
          eq(signups.status, 'confirmed'),
          and(eq(signups.status, 'cancelledByUser'), isNotNull(signups.gaveBackAt)),
        ),
        lte(activities.endsAt, now),
        exists(used),
      ),
    )
    .orderBy(desc(activities.endsAt), desc(signups.id))
    .limit(LATEST)
  return rows.map(({ status, movedAt, at, cameAt, excusedAt, ...row }) => ({
    ...row,
    came: cameAt !== null,
    excused: excusedAt !== null || leftFreely({ status, movedAt, ...row }, at),
  }))
}
/** Who signed up to another time or place may go without a word of blame. */
const leftFreely = (a: Moved & { cancelledAt: number | null }, at: number) =>
  a.cancelledAt !== null && mayLeaveFreely(a, at, a.cancelledAt)
/** What follows at the next sign-up from not having come (《领域规格》 §7.2). */
export async function standingOf(db: Read, personId: string, now: number): Promise<Standing> {
  return standingFrom(await listEnded(db, personId, now), now)
}
