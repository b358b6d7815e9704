import type { MySignup, RosterRow } from '@tmt/shared/activities/contract.ts'
import { and, asc, desc, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { cardColumns, type Cursor, PAGE } from './lists.ts'
import { activities, signups } from './tables.ts'

const P = sql.placeholder

const mine = prepared((db: Read) =>
  db
    .select({ status: signups.status, at: signups.at })
    .from(signups)
    .where(and(eq(signups.activityId, P('activity')), eq(signups.personId, P('person')))),
)
export async function findSignup(db: Read, activityId: string, personId: string) {
  const [row] = await mine(db, { activity: activityId, person: personId })
  return row
}

const takePlace = prepared((tx: Write) =>
  tx
    .update(activities)
    .set({ confirmed: sql`${activities.confirmed} + 1` })
    .where(
      and(
        eq(activities.id, P('id')),
        eq(activities.status, 'published'),
        lt(activities.confirmed, activities.capacity),
        gt(activities.signupClosesAt, P('now')),
      ),
    )
    .returning({ confirmed: activities.confirmed }),
)
const putDown = prepared((tx: Write) =>
  tx
    .insert(signups)
    .values({
      id: P('signup'),
      activityId: P('id'),
      personId: P('person'),
      status: 'confirmed',
      at: P('now'),
      changedAt: P('now'),
    })
    .onConflictDoUpdate({
      target: [signups.activityId, signups.personId],
      set: { status: 'confirmed', at: sql`excluded.at`, changedAt: sql`excluded.at` },
      setWhere: ne(signups.status, 'confirmed'),
    })
    .returning({ at: signups.at }),
)
/**
 * Takes one of the places, if there is one: the row's own condition decides, however many ask at once.
 * A person who stood on the list before is put down again.
 */
export async function confirm(tx: Write, activityId: string, personId: string, now: number) {
  const taken = await takePlace(tx, { id: activityId, now })
  if (taken.length === 0) return 'full'
  const put = await putDown(tx, { signup: newId(now), id: activityId, person: personId, now })
  return put.length === 0 ? 'alreadySignedUp' : 'confirmed'
}

/** Gives a place back; false when there was none to give or the activity has begun. The caller's unit must then fail. */
export async function withdraw(tx: Write, activityId: string, personId: string, now: number) {
  const freed = await tx
    .update(activities)
    .set({ confirmed: sql`${activities.confirmed} - 1` })
    .where(and(eq(activities.id, activityId), gt(activities.startsAt, now), gt(activities.confirmed, 0)))
    .returning({ id: activities.id })
  if (freed.length === 0) return false
  const rows = await tx
    .update(signups)
    .set({ status: 'cancelledByUser', changedAt: now })
    .where(
      and(
        eq(signups.activityId, activityId),
        eq(signups.personId, personId),
        eq(signups.status, 'confirmed'),
      ),
    )
    .returning({ id: signups.id })
  return rows.length > 0
}
/** Everybody's place goes with the activity. */
export async function releaseAll(tx: Write, activityId: string, now: number) {
  await tx
    .update(signups)
    .set({ status: 'cancelledByHost', changedAt: now })
    .where(and(eq(signups.activityId, activityId), eq(signups.status, 'confirmed')))
}

export function listMine(
  db: Read,
  personId: string,
  after: Cursor | null,
): Promise<(MySignup & { signupId: string })[]> {
  const before = after ? sql`(${signups.at}, ${signups.id}) < (${after.at}, ${after.id})` : undefined
  return db
    .select({ signupId: signups.id, status: signups.status, at: signups.at, activity: cardColumns })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .innerJoin(divisions, eq(divisions.code, activities.communityId))
    .where(and(eq(signups.personId, personId), before))
    .orderBy(desc(signups.at), desc(signups.id))
    .limit(PAGE + 1)
    .then((rows) => rows)
}

export const ROSTER_PAGE = 100
/** Those who are coming, in the order of signing up; `from` is how many to leave out. */
export async function listRoster(db: Read, activityId: string, from: number): Promise<RosterRow[]> {
  const rows = await db
    .select({ name: persons.name, phone: persons.phoneMask, at: signups.at })
    .from(signups)
    .innerJoin(persons, eq(persons.id, signups.personId))
    .where(and(eq(signups.activityId, activityId), eq(signups.status, 'confirmed')))
    .orderBy(asc(signups.at), asc(signups.id))
    .limit(ROSTER_PAGE + 1)
    .offset(from)
  return rows.map((row, i) => ({
    ...row,
    name: row.name ?? `尾号 ${row.phone.slice(-4)} 的居民`,
    position: from + i + 1,
  }))
}
