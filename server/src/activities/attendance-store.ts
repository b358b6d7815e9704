import type { CheckinMode } from '@tmt/shared/activities/checkin-rules.ts'
import { maskName } from '@tmt/shared/people/id-number.ts'
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { persons } from '../people/tables.ts'
import type { Cursor } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import {
  activities,
  attendances,
  checkinSettings,
  children,
  checkinTries,
  excuses,
  signups,
} from './tables.ts'

const P = sql.placeholder

const chosen = prepared((db: Read) =>
  db
    .select({ modes: checkinSettings.modes })
    .from(checkinSettings)
    .where(eq(checkinSettings.activityId, P('id'))),
)
/** The ways that somebody chose for an activity; undefined where nobody has. */
export async function findModes(db: Read, activityId: string): Promise<CheckinMode[] | undefined> {
  const [row] = await chosen(db, { id: activityId })
  return row?.modes
}
export async function saveModes(
  tx: Write,
  activityId: string,
  { modes, setBy }: { modes: CheckinMode[]; setBy: string },
  now: number,
) {
  const set = { modes, setBy, at: now }
  await tx
    .insert(checkinSettings)
    .values({ activityId, ...set })
    .onConflictDoUpdate({ target: checkinSettings.activityId, set })
}

const stands = and(eq(attendances.signupId, signups.id), isNull(attendances.undoneAt))
const columns = {
  signupId: signups.id,
  at: signups.at,
  own: sql<boolean>`${signups.participant} = ${signups.personId}`.mapWith(Boolean),
  called: persons.name,
  memberName: sql<
    string | null
  >`(select member.name from ${persons} member where member.id = ${signups.participant})`,
  childSealed: children.nameSealed,
  phone: persons.phoneMask,
  how: attendances.how,
  attendedAt: attendances.at,
  excusedAt: excuses.at,
}
const placesOf = (db: Read) =>
  db
    .select(columns)
    .from(signups)
    .innerJoin(persons, eq(persons.id, signups.personId))
    .leftJoin(children, eq(children.id, signups.childId))
    .leftJoin(attendances, stands)
    .leftJoin(excuses, eq(excuses.signupId, signups.id))
type PlaceRow = Awaited<ReturnType<typeof placesOf>>[number]
export type Place = ReturnType<typeof placeOf>
type Unseal = (sealed: string) => string
/** Who comes: whoever answers for it, one of the household, or a child. */
function nameOf({ own, called, phone, memberName, childSealed }: PlaceRow, unseal: Unseal) {
  if (childSealed !== null) return unseal(childSealed)
  return own ? (called ?? `尾号 ${phone.slice(-4)} 的居民`) : (memberName ?? '家人')
}
function placeOf(all: PlaceRow, unseal: Unseal) {
  const { signupId, at, how, attendedAt, excusedAt } = all
  return {
    signupId,
    at,
    name: nameOf(all, unseal),
    attended: how !== null && attendedAt !== null ? { how, at: attendedAt } : null,
    excused: excusedAt !== null,
  }
}
const confirmedIn = (activityId: string) =>
  and(eq(signups.activityId, activityId), eq(signups.status, 'confirmed'))

const ofPerson = (personId: string) => or(eq(signups.personId, personId), eq(signups.participant, personId))
/** Staff read a child's name as on every roster. */
const masked = (secrets: Secrets) => (sealed: string) => maskName(secrets.unseal(sealed))

/** The places that a person answers for, and the one that they come by. */
export async function listPlacesOf(db: Read, secrets: Secrets, activityId: string, personId: string) {
  const rows = await placesOf(db)
    .where(and(confirmedIn(activityId), ofPerson(personId)))
    .orderBy(asc(signups.at), asc(signups.id))
  return rows.map((row) => placeOf(row, (sealed) => secrets.unseal(sealed)))
}
/** So many of those who are expected, in the order of signing up. */
export async function listPlaces(
  db: Read,
  secrets: Secrets,
  activityId: string,
  after: Cursor | null,
  limit: number,
) {
  const beyond = after ? sql`(${signups.at}, ${signups.id}) > (${after.at}, ${after.id})` : undefined
  const rows = await placesOf(db)
    .where(and(confirmedIn(activityId), beyond))
    .orderBy(asc(signups.at), asc(signups.id))
    .limit(limit)
  return rows.map((row) => placeOf(row, masked(secrets)))
}
/** Those of these that are expected, by their ids. */
export async function findPlaces(db: Read, secrets: Secrets, activityId: string, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, Place>()
  const rows = await placesOf(db).where(and(confirmedIn(activityId), inArray(signups.id, [...ids])))
  return new Map(rows.map((row) => [row.signupId, placeOf(row, masked(secrets))]))
}
/** The ids of all that are expected; for finding who showed some digits. */
export async function expectedIn(db: Read, activityId: string) {
  const rows = await db.select({ id: signups.id }).from(signups).where(confirmedIn(activityId))
  return rows.map(({ id }) => id)
}
export function countAttended(db: Read, activityId: string) {
  return db.$count(attendances, and(eq(attendances.activityId, activityId), isNull(attendances.undoneAt)))
}

export type NewAttendance = {
  signupId: string
  activityId: string
  how: CheckinMode
  recordedBy: string | null
  at: number
}
/**
 * Puts down who was there; the row of each place lets one of them in, however many phones say so. What was undone
 * later than it was seen stays undone. Returns the places that were put down now. A place at most once in `rows`.
 */
export async function insertAttendances(tx: Write, rows: readonly NewAttendance[], now: number) {
  if (rows.length === 0) return new Set<string>()
  // In one order everywhere: two phones that send the same people wait for each other and never in a circle.
  const sorted = rows
    .toSorted((a, b) => (a.signupId < b.signupId ? -1 : 1))
    .map((row) => ({ ...row, syncedAt: now }))
  const put = await tx
    .insert(attendances)
    .values(sorted)
    .onConflictDoUpdate({
      target: attendances.signupId,
      set: {
        how: sql`excluded.how`,
        recordedBy: sql`excluded.recorded_by`,
        at: sql`excluded.at`,
        syncedAt: sql`excluded.synced_at`,
        undoneAt: null,
        undoneBy: null,
        undoneWhy: null,
      },
      setWhere: sql`${attendances.undoneAt} is not null and excluded.at > ${attendances.undoneAt}`,
    })
    .returning({ signupId: attendances.signupId })
  return new Set(put.map(({ signupId }) => signupId))
}
/** Takes one back; false when there is none. */
export async function undo(
  tx: Write,
  { activityId, signupId, by, why }: { activityId: string; signupId: string; by: string; why: string },
  now: number,
) {
  const rows = await tx
    .update(attendances)
    .set({ undoneAt: now, undoneBy: by, undoneWhy: why })
    .where(
      and(
        eq(attendances.signupId, signupId),
        eq(attendances.activityId, activityId),
        isNull(attendances.undoneAt),
      ),
    )
    .returning({ signupId: attendances.signupId })
  return rows.length > 0
}
export async function saveExcuse(
  tx: Write,
  { signupId, reason, by }: { signupId: string; reason: string; by: string },
  now: number,
) {
  const set = { reason, excusedBy: by, at: now }
  await tx
    .insert(excuses)
    .values({ signupId, ...set })
    .onConflictDoUpdate({ target: excuses.signupId, set })
}

/** Counts one try of a code; how many there were since `from`, this one among them. */
export async function takeTry(tx: Write, activityId: string, personId: string, from: number, now: number) {
  const anew = sql`${checkinTries.since} <= ${from}`
  const [row] = await tx
    .insert(checkinTries)
    .values({ activityId, personId, tries: 1, since: now })
    .onConflictDoUpdate({
      target: [checkinTries.activityId, checkinTries.personId],
      set: {
        tries: sql`case when ${anew} then 1 else ${checkinTries.tries} + 1 end`,
        since: sql`case when ${anew} then ${now} else ${checkinTries.since} end`,
      },
    })
    .returning({ tries: checkinTries.tries })
  return row!.tries
}
/** Forgets tries that began before. */
export async function sweepTries(tx: Write, before: number) {
  await tx.delete(checkinTries).where(lte(checkinTries.since, before))
}

/** Who was there, by their ids: those that were known until then. */
export async function haveCome(db: Read, ask: { of: string; until: number; after: string; limit: number }) {
  const rows = await db
    .selectDistinct({ id: signups.personId })
    .from(attendances)
    .innerJoin(signups, eq(signups.id, attendances.signupId))
    .where(
      and(
        eq(attendances.activityId, ask.of),
        isNull(attendances.undoneAt),
        lte(attendances.syncedAt, ask.until),
        gt(signups.personId, ask.after),
      ),
    )
    .orderBy(asc(signups.personId))
    .limit(ask.limit)
  return rows.map(({ id }) => id)
}
/** What a person attended, or was missed at, for reading and taking along; at most 1000. */
export function allAttendancesOf(db: Read, personId: string) {
  return db
    .select({ title: activities.title, how: attendances.how, at: attendances.at })
    .from(attendances)
    .innerJoin(signups, eq(signups.id, attendances.signupId))
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .where(and(ofPerson(personId), isNull(attendances.undoneAt)))
    .orderBy(asc(attendances.at), asc(attendances.signupId))
    .limit(1000)
    .then((rows) => rows)
}
export function allExcusesOf(db: Read, personId: string) {
  return db
    .select({ title: activities.title, reason: excuses.reason, at: excuses.at })
    .from(excuses)
    .innerJoin(signups, eq(signups.id, excuses.signupId))
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .where(eq(signups.personId, personId))
    .orderBy(asc(excuses.at), asc(excuses.signupId))
    .limit(1000)
    .then((rows) => rows)
}
export async function forgetExcuses(tx: Write, personId: string) {
  const own = tx.select({ id: signups.id }).from(signups).where(eq(signups.personId, personId))
  await tx.delete(excuses).where(inArray(excuses.signupId, own))
}
