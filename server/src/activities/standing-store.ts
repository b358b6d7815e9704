import { type Ended, standingFrom, type Standing } from '@tmt/shared/activities/attendance-rules.ts'
import { and, desc, eq, exists, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Read } from '../platform/store.ts'
import { activities, attendances, excuses, signups } from './tables.ts'

/** The latest sign-ups suffice: thirty days and two in a row never need more. */
const LATEST = 60

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
      status: signups.status,
      changedAt: signups.changedAt,
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
        inArray(signups.status, ['confirmed', 'cancelledByUser']),
        lte(activities.endsAt, now),
        exists(used),
      ),
    )
    .orderBy(desc(activities.endsAt), desc(signups.id))
    .limit(LATEST)
  return rows.map(({ status, changedAt, cameAt, excusedAt, ...row }) => ({
    ...row,
    cancelledAt: status === 'confirmed' ? null : changedAt,
    came: cameAt !== null,
    excused: excusedAt !== null,
  }))
}
/** What follows at the next sign-up from not having come (《领域规格》 §7.2). */
export async function standingOf(db: Read, personId: string, now: number): Promise<Standing> {
  return standingFrom(await listEnded(db, personId, now), now)
}
