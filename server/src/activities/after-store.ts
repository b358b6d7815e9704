import type { Rating } from '@tmt/shared/activities/after-contract.ts'
import { MOST_PICTURES } from '@tmt/shared/activities/after-staff-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { and, asc, eq, exists, gt, gte, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import type { Read, Write } from '../platform/store.ts'
import { activities, activityPictures, attendances, ratings, signups } from './tables.ts'

/** Whether somebody was there, by their own place or one that they answered for. */
export async function hasCome(db: Read, activityId: string, personId: string) {
  const [row] = await db
    .select({ id: signups.id })
    .from(attendances)
    .innerJoin(signups, eq(signups.id, attendances.signupId))
    .where(
      and(
        eq(attendances.activityId, activityId),
        or(eq(signups.personId, personId), eq(signups.participant, personId)),
        isNull(attendances.undoneAt),
      ),
    )
    .limit(1)
  return row !== undefined
}
export async function findRating(db: Read, activityId: string, personId: string) {
  const own = and(eq(ratings.activityId, activityId), eq(ratings.personId, personId))
  const [row] = await db.select({ rating: ratings.rating }).from(ratings).where(own)
  return row?.rating ?? null
}
export async function saveRating(
  tx: Write,
  activityId: string,
  personId: string,
  rating: Rating,
  now: number,
) {
  const set = { rating, at: now }
  await tx
    .insert(ratings)
    .values({ activityId, personId, ...set })
    .onConflictDoUpdate({ target: [ratings.activityId, ratings.personId], set })
}
/** How many said what; never who. */
export async function countRatings(db: Read, activityId: string) {
  const rows = await db
    .select({ rating: ratings.rating, n: sql<number>`count(*)`.mapWith(Number) })
    .from(ratings)
    .where(eq(ratings.activityId, activityId))
    .groupBy(ratings.rating)
  const of = (rating: Rating) => rows.find((row) => row.rating === rating)?.n ?? 0
  return { good: of('good'), fair: of('fair'), poor: of('poor') }
}
export function allRatingsOf(db: Read, personId: string) {
  return db
    .select({ title: activities.title, rating: ratings.rating, at: ratings.at })
    .from(ratings)
    .innerJoin(activities, eq(activities.id, ratings.activityId))
    .where(eq(ratings.personId, personId))
    .orderBy(asc(ratings.at), asc(ratings.activityId))
    .limit(1000)
    .then((rows) => rows)
}

export function listPictures(db: Read, activityId: string) {
  return db
    .select({ file: activityPictures.file, alt: activityPictures.alt })
    .from(activityPictures)
    .where(eq(activityPictures.activityId, activityId))
    .orderBy(asc(activityPictures.at), asc(activityPictures.file))
    .then((rows) => rows)
}
type NewPicture = Omit<typeof activityPictures.$inferInsert, 'place' | 'at'>
/** Puts a picture on the first free of nine places; false when there is none. */
export async function insertPicture(tx: Write, picture: NewPicture, now: number) {
  for (let place = 0; place < MOST_PICTURES; place += 1) {
    const put = await tx
      .insert(activityPictures)
      .values({ ...picture, place, at: now })
      .onConflictDoNothing()
      .returning({ file: activityPictures.file })
    if (put.length > 0) return true
  }
  return false
}
export async function deletePicture(tx: Write, activityId: string, file: string) {
  const rows = await tx
    .delete(activityPictures)
    .where(and(eq(activityPictures.activityId, activityId), eq(activityPictures.file, file)))
    .returning({ file: activityPictures.file })
  return rows.length > 0
}

/** Thanks go out from an hour after the end: what phones kept has come in by then, mostly. */
export const THANK_AFTER = HOUR
/** What ended lately and where somebody was checked in. */
export function listThankable(db: Read, now: number) {
  const { id, title, startsAt, endsAt, place, drill } = activities
  const came = db
    .select({ one: sql`1` })
    .from(attendances)
    .where(and(eq(attendances.activityId, activities.id), isNull(attendances.undoneAt)))
  return db
    .select({ id, title, startsAt, endsAt, place, drill })
    .from(activities)
    .where(
      and(
        eq(activities.status, 'published'),
        // By the index of starts: an activity lasts 30 days at most.
        gt(activities.startsAt, now - 32 * DAY),
        lte(activities.endsAt, now - THANK_AFTER),
        gt(activities.endsAt, now - DAY),
        exists(came),
      ),
    )
    .orderBy(asc(activities.endsAt), asc(activities.id))
    .then((rows) => rows)
}

/** What every activity of a range of communities came to, that began between these instants. */
export function listAttendance(db: Read, range: { first: string; beyond: string; from: number; to: number }) {
  const attended = sql<number>`(select count(*) from ${attendances} where ${attendances.activityId} = ${activities.id} and ${attendances.undoneAt} is null)`
  return db
    .select({
      code: activities.communityId,
      name: divisions.name,
      category: activities.category,
      startsAt: activities.startsAt,
      confirmed: activities.confirmed,
      attended: attended.mapWith(Number),
    })
    .from(activities)
    .innerJoin(divisions, eq(divisions.code, activities.communityId))
    .where(
      and(
        gte(activities.communityId, range.first),
        lt(activities.communityId, range.beyond),
        eq(activities.status, 'published'),
        gte(activities.startsAt, range.from),
        lt(activities.startsAt, range.to),
      ),
    )
    .then((rows) => rows)
}
