import { listed } from '@tmt/shared/activities/queue.ts'
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { cardColumns } from './list-store.ts'
import { type Cursor, PAGE } from '../platform/paging.ts'
import { nothingDeclared, put, takeOrWait } from './queue-store.ts'
import { activities, children, signups } from './tables.ts'

const P = sql.placeholder

const one = prepared((db: Read) =>
  db
    .select()
    .from(signups)
    .where(and(eq(signups.activityId, P('activity')), eq(signups.participant, P('participant')))),
)
export type SignupRow = typeof signups.$inferSelect
/** Of whoever comes: a person's id, or a child's. */
export async function findSignup(db: Read, activityId: string, participant: string) {
  const [row] = await one(db, { activity: activityId, participant })
  return row
}
/** What one person answers for in one activity, made or last changed at that instant. */
export async function findDone(
  db: Read,
  activityId: string,
  personId: string,
  by: 'at' | 'changedAt',
  at: number,
) {
  const [row] = await db
    .select()
    .from(signups)
    .where(and(eq(signups.activityId, activityId), eq(signups.personId, personId), eq(signups[by], at)))
  return row
}
/** How many wait before this one, and it: its place in the queue. Null for who doesn't wait. */
export const position = sql<
  number | null
>`case when ${signups.status} = 'waitlisted' then (select count(*) from ${signups} ahead
  where ahead.activity_id = ${signups.activityId} and ahead.status = 'waitlisted'
  and (ahead.at, ahead.id) <= (${signups.at}, ${signups.id})) end`
/** What is shown of a sign-up to whoever answers for it or comes by it. */
const shown = {
  id: signups.id,
  activityId: signups.activityId,
  personId: signups.personId,
  participant: signups.participant,
  status: signups.status,
  at: signups.at,
  changedAt: signups.changedAt,
  offerUntil: signups.offerUntil,
  position,
  person: persons.name,
  phone: persons.phoneMask,
  childId: signups.childId,
  childSealed: children.nameSealed,
}
export type Shown = Awaited<ReturnType<typeof listOwn>>[number]
const own = prepared((db: Read) =>
  db
    .select(shown)
    .from(signups)
    .leftJoin(persons, eq(persons.id, signups.participant))
    .leftJoin(children, eq(children.id, signups.childId))
    .where(
      and(
        eq(signups.activityId, P('activity')),
        or(eq(signups.personId, P('person')), eq(signups.participant, P('person'))),
      ),
    )
    .orderBy(asc(signups.at), asc(signups.id)),
)
/** One person's in one activity: that by which they come, and those of whom they signed up. */
export function listOwn(db: Read, activityId: string, personId: string) {
  return own(db, { activity: activityId, person: personId })
}

/** A place for a person by themselves, as `signUp` gives it to a resident alone; for what the product makes up itself. */
export async function confirm(tx: Write, activityId: string, personId: string, now: number) {
  const taken = await takeOrWait(tx, activityId, personId, now)
  if (!taken) return false
  const who = { personId, participant: personId, childId: null, household: personId }
  return (await put(tx, activityId, who, nothingDeclared, taken.status, now)) !== undefined
}

type Status = SignupRow['status']
const held = (...statuses: Status[]) =>
  prepared((db: Read) =>
    db
      .selectDistinct({ id: signups.personId })
      .from(signups)
      .where(
        and(
          eq(signups.activityId, P('of')),
          inArray(signups.status, statuses),
          lte(signups.at, P('until')),
          gt(signups.personId, P('after')),
        ),
      )
      .orderBy(asc(signups.personId))
      .limit(P('limit')),
  )
const places = {
  confirmed: held('confirmed'),
  listed: held(...listed),
  cancelledByHost: held('cancelledByHost'),
}
type Ask = { of: string; until: number; after: string; limit: number }
/** Who has a place, by their ids: those who signed up until then. */
export async function havePlaces(db: Read, ask: Ask) {
  return (await places.confirmed(db, ask)).map(({ id }) => id)
}
/** Who has a place or wants one. */
export async function areListed(db: Read, ask: Ask) {
  return (await places.listed(db, ask)).map(({ id }) => id)
}
/** Who had a place when the activity was called off. */
export async function hadPlaces(db: Read, ask: Ask) {
  return (await places.cancelledByHost(db, ask)).map(({ id }) => id)
}

const signupsOf = prepared((db: Read) =>
  db
    .select({ signup: shown, activity: cardColumns })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .innerJoin(divisions, eq(divisions.code, activities.communityId))
    .leftJoin(persons, eq(persons.id, signups.participant))
    .leftJoin(children, eq(children.id, signups.childId))
    .where(
      and(
        or(eq(signups.personId, P('person')), eq(signups.participant, P('person'))),
        isNull(activities.hiddenWhy),
        sql`(${signups.at}, ${signups.id}) < (${P('at')}, ${P('id')})`,
      ),
    )
    .orderBy(desc(signups.at), desc(signups.id))
    .limit(PAGE + 1),
)
/** A person's sign-ups, latest first: a whole page and one row more. */
export function listMine(db: Read, personId: string, after: Cursor | null) {
  const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  return signupsOf(db, { person: personId, at, id })
}

/** A person's sign-ups for reading and taking along, latest first; at most 1000. */
export function allSignupsOf(db: Read, personId: string) {
  return db
    .select({ title: activities.title, at: signups.at, status: signups.status })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .where(or(eq(signups.personId, personId), eq(signups.participant, personId)))
    .orderBy(desc(signups.at), desc(signups.id))
    .limit(1000)
    .then((rows) => rows)
}
/** Whether a child is on the list by this guardian. */
export async function bringsChildren(db: Read, activityId: string, guardianId: string) {
  const brought = and(
    eq(signups.activityId, activityId),
    eq(signups.personId, guardianId),
    isNotNull(signups.childId),
    inArray(signups.status, [...listed]),
  )
  return (await db.$count(signups, brought)) > 0
}
/** How many of a household are on the list. */
export function countHousehold(db: Read, activityId: string, household: string) {
  return db.$count(
    signups,
    and(
      eq(signups.activityId, activityId),
      eq(signups.household, household),
      inArray(signups.status, [...listed]),
    ),
  )
}
type Span = { id: string; startsAt: number; endsAt: number }
/** Another activity at the same time that somebody is on the list of; null where there is none. */
export async function findClash(db: Read, participant: string, { id, startsAt, endsAt }: Span) {
  const [row] = await db
    .select({ title: activities.title, startsAt: activities.startsAt })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .where(
      and(
        eq(signups.participant, participant),
        inArray(signups.status, [...listed]),
        ne(activities.id, id),
        eq(activities.status, 'published'),
        lt(activities.startsAt, endsAt),
        gt(activities.endsAt, startsAt),
      ),
    )
    .orderBy(asc(activities.startsAt))
    .limit(1)
  return row ?? null
}
/** One sign-up of an activity with what is shown of it. */
export async function findShown(db: Read, activityId: string, id: string) {
  const [row] = await db
    .select(shown)
    .from(signups)
    .leftJoin(persons, eq(persons.id, signups.participant))
    .leftJoin(children, eq(children.id, signups.childId))
    .where(and(eq(signups.id, id), eq(signups.activityId, activityId)))
  return row
}
