import type { MySignup } from '@tmt/shared/activities/signup-contract.ts'
import type { RosterRow } from '@tmt/shared/activities/staff-contract.ts'
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { cardColumns, type CardRow } from './list-store.ts'
import { type Cursor, PAGE } from '../platform/paging.ts'
import type { Activity } from './store.ts'
import { activities, signups } from './tables.ts'

const P = sql.placeholder

const mine = prepared((db: Read) =>
  db
    .select({ status: signups.status, at: signups.at, changedAt: signups.changedAt })
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
 * Takes one of the places, if there is one: the row's own condition decides, however many ask at once. Somebody
 * who took a place back before is put down again. When false the caller's unit must fail.
 */
export async function confirm(tx: Write, activityId: string, personId: string, now: number) {
  const taken = await takePlace(tx, { id: activityId, now })
  if (taken.length === 0) return false
  const put = await putDown(tx, { signup: newId(now), id: activityId, person: personId, now })
  return put.length > 0
}

/** Gives a place back before the activity begins. When false the caller's unit must fail. */
export async function withdraw(tx: Write, activityId: string, personId: string, now: number) {
  const freed = await tx
    .update(activities)
    .set({ confirmed: sql`${activities.confirmed} - 1` })
    .where(
      and(
        eq(activities.id, activityId),
        // What was put off has no beginning any more.
        or(gt(activities.startsAt, now), eq(activities.status, 'postponed')),
        gt(activities.confirmed, 0),
      ),
    )
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

const held = (status: 'confirmed' | 'cancelledByHost') =>
  prepared((db: Read) =>
    db
      .select({ id: signups.personId })
      .from(signups)
      .where(
        and(
          eq(signups.activityId, P('of')),
          eq(signups.status, status),
          lte(signups.at, P('until')),
          gt(signups.personId, P('after')),
        ),
      )
      .orderBy(asc(signups.personId))
      .limit(P('limit')),
  )
const places = { confirmed: held('confirmed'), cancelledByHost: held('cancelledByHost') }
type Ask = { of: string; until: number; after: string; limit: number }
/** Who has a place, by their ids: those who signed up until then. */
export async function havePlaces(db: Read, ask: Ask) {
  return (await places.confirmed(db, ask)).map(({ id }) => id)
}
/** Who had a place when the activity was called off. */
export async function hadPlaces(db: Read, ask: Ask) {
  return (await places.cancelledByHost(db, ask)).map(({ id }) => id)
}

const signupsOf = prepared((db: Read) =>
  db
    .select({ signupId: signups.id, status: signups.status, at: signups.at, activity: cardColumns })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .innerJoin(divisions, eq(divisions.code, activities.communityId))
    .where(
      and(
        eq(signups.personId, P('person')),
        isNull(activities.hiddenWhy),
        sql`(${signups.at}, ${signups.id}) < (${P('at')}, ${P('id')})`,
      ),
    )
    .orderBy(desc(signups.at), desc(signups.id))
    .limit(PAGE + 1),
)
/** A person's sign-ups, latest first: a whole page and one row more. */
export function listMine(
  db: Read,
  personId: string,
  after: Cursor | null,
): Promise<(Omit<MySignup, 'activity'> & { activity: CardRow; signupId: string })[]> {
  const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  return signupsOf(db, { person: personId, at, id })
}

export const ROSTER_PAGE = 100
/**
 * Those who are coming, in the order of signing up: a whole page and one row more. Of a cancelled activity, those
 * who were coming and have to be told.
 */
export async function listRoster(
  db: Read,
  { id, status }: Pick<Activity, 'id' | 'status'>,
  after: Cursor | null,
): Promise<RosterRow[]> {
  const held = status === 'cancelled' ? 'cancelledByHost' : 'confirmed'
  const listed = and(eq(signups.activityId, id), eq(signups.status, held))
  const place = sql`(${signups.at}, ${signups.id})`
  const last = after && sql`(${after.at}, ${after.id})`
  const before = last ? await db.$count(signups, and(listed, sql`${place} <= ${last}`)) : 0
  const rows = await db
    .select({ id: signups.id, name: persons.name, phone: persons.phoneMask, at: signups.at })
    .from(signups)
    .innerJoin(persons, eq(persons.id, signups.personId))
    .where(and(listed, last ? sql`${place} > ${last}` : undefined))
    .orderBy(asc(signups.at), asc(signups.id))
    .limit(ROSTER_PAGE + 1)
  return rows.map((row, i) => ({
    ...row,
    name: row.name ?? `尾号 ${row.phone.slice(-4)} 的居民`,
    position: before + i + 1,
  }))
}
/** One line of a roster with the sealed number; not those who withdrew themselves: nobody has to tell them anything. */
export async function findRegistered(db: Read, activityId: string, signupId: string) {
  const [row] = await db
    .select({ communityId: activities.communityId, phoneSealed: persons.phoneSealed })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .innerJoin(persons, eq(persons.id, signups.personId))
    .where(
      and(
        eq(signups.id, signupId),
        eq(signups.activityId, activityId),
        ne(signups.status, 'cancelledByUser'),
        isNull(persons.erasedAt),
      ),
    )
  return row
}
/** A person's sign-ups for reading and taking along, latest first; at most 1000. */
export function allSignupsOf(db: Read, personId: string) {
  return db
    .select({ title: activities.title, at: signups.at, status: signups.status })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .where(eq(signups.personId, personId))
    .orderBy(desc(signups.at), desc(signups.id))
    .limit(1000)
    .then((rows) => rows)
}
/** Gives back every place of a person in what has not begun; the activities that have one more now. */
export async function withdrawAll(tx: Write, personId: string, now: number) {
  const ahead = tx
    .select({ id: activities.id })
    .from(activities)
    .where(
      or(
        and(eq(activities.status, 'published'), gt(activities.startsAt, now)),
        eq(activities.status, 'postponed'),
      ),
    )
  const given = await tx
    .update(signups)
    .set({ status: 'cancelledByUser', changedAt: now })
    .where(
      and(
        eq(signups.personId, personId),
        eq(signups.status, 'confirmed'),
        inArray(signups.activityId, ahead),
      ),
    )
    .returning({ id: signups.activityId })
  if (given.length === 0) return []
  return tx
    .update(activities)
    .set({ confirmed: sql`${activities.confirmed} - 1` })
    .where(
      inArray(
        activities.id,
        given.map(({ id }) => id),
      ),
    )
    .returning({ id: activities.id, communityId: activities.communityId, townId: activities.townId })
}
