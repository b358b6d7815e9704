import { endOfToday } from '@tmt/shared/due.ts'
import { DAY } from '@tmt/shared/time.ts'
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { countGroups, isAfter } from '../platform/due-columns.ts'
import type { CommunityCounts } from '../platform/due.ts'
import type { Cursor } from '../platform/paging.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { position } from './signup-store.ts'
import { activities, signups } from './tables.ts'

const P = sql.placeholder

/** Whose activity is this near wants its roster looked at, and people reminded. */
const SOON = 3 * DAY
/** A draft for this near a day wants to be let out; one whose day is this long past has been given up. */
const NEAR = 14 * DAY
const GIVEN_UP = 30 * DAY
const bounds = (now: number) => ({ now, soon: now + SOON, near: now + NEAR, past: now - GIVEN_UP })

/** Bounded by the day, so that one range of an index holds all of it. */
const pending = and(
  gt(activities.startsAt, P('past')),
  lt(activities.startsAt, P('near')),
  or(
    and(eq(activities.status, 'draft'), isNull(activities.hostUscc)),
    and(eq(activities.status, 'postponed'), isNull(activities.archivedAt)),
    and(
      eq(activities.status, 'published'),
      gt(activities.startsAt, P('now')),
      lt(activities.startsAt, P('soon')),
    ),
  ),
)
const columns = {
  id: activities.id,
  communityId: activities.communityId,
  title: activities.title,
  place: activities.place,
  status: activities.status,
  startsAt: activities.startsAt,
  signupClosesAt: activities.signupClosesAt,
  capacity: activities.capacity,
  confirmed: activities.confirmed,
  cancelReason: activities.cancelReason,
  createdAt: activities.createdAt,
  publishedAt: activities.publishedAt,
  changedAt: activities.changedAt,
  changeReason: activities.changeReason,
  hostName: activities.hostName,
  submittedAt: activities.submittedAt,
  reviewDueAt: activities.reviewDueAt,
  returnReason: activities.returnReason,
}

/** A draft has to be out before sign-up closes; what is out waits for its day. */
const until = sql`case ${activities.status} when 'draft' then ${activities.signupClosesAt} else ${activities.startsAt} end`
const beyond = isAfter(until, activities.id)

const pendingOf = prepared((db: Read) =>
  db
    .select(columns)
    .from(activities)
    .where(and(eq(activities.communityId, P('community')), pending, beyond))
    .orderBy(asc(until), asc(activities.id))
    .limit(P('limit')),
)
/** Drafts that wait to be let out, and what begins soon, the most pressing first. */
export function listPending(db: Read, communityId: string, now: number, after: Cursor, limit: number) {
  return pendingOf(db, { community: communityId, limit, at: after.at, id: after.id, ...bounds(now) })
}
export type Pending = Awaited<ReturnType<typeof listPending>>[number]

const counted = prepared((db: Read) =>
  db
    .select({
      communityId: activities.communityId,
      ...countGroups(until),
    })
    .from(activities)
    .where(and(gte(activities.communityId, P('first')), lt(activities.communityId, P('beyond')), pending))
    .groupBy(activities.communityId),
)
/** How many wait in each community whose code lies in this range. */
export function countPending(
  db: Read,
  range: { first: string; beyond: string },
  now: number,
): Promise<CommunityCounts[]> {
  return counted(db, { ...range, midnight: endOfToday(now), ...bounds(now) })
}

const mine = prepared((db: Read) =>
  db
    .select({
      signup: { status: signups.status, at: signups.at, offerUntil: signups.offerUntil, position },
      activity: columns,
    })
    .from(signups)
    .innerJoin(activities, eq(activities.id, signups.activityId))
    .where(
      and(
        or(eq(signups.personId, P('person')), eq(signups.participant, P('person'))),
        or(
          inArray(signups.status, ['confirmed', 'waitlisted', 'awaiting', 'cancelledByHost']),
          and(eq(signups.status, 'offered'), gt(signups.offerUntil, P('now'))),
        ),
        or(gt(activities.endsAt, P('now')), eq(activities.status, 'postponed')),
        isNull(activities.archivedAt),
      ),
    )
    .orderBy(sql`${signups.status} <> 'offered'`, asc(activities.startsAt), asc(activities.id))
    .limit(P('limit')),
)
/** What a person signed up for and is not over, called off or not. */
export function listComing(db: Read, personId: string, now: number, limit: number) {
  return mine(db, { person: personId, now, limit })
}
export type Coming = Awaited<ReturnType<typeof listComing>>[number]

const open = prepared((db: Read) =>
  db
    .select(columns)
    .from(activities)
    .where(
      and(
        eq(activities.communityId, P('community')),
        gt(activities.startsAt, P('now')),
        eq(activities.status, 'published'),
        gt(activities.signupClosesAt, P('now')),
        sql`${activities.waiting} = 0`,
        sql`(${activities.confirmed} + ${activities.offered} < ${activities.capacity} or ${activities.offersUntil} <= ${P('now')})`,
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))
    .limit(P('limit')),
)
/** What takes sign-ups, soonest first. */
export function listOpen(db: Read, communityId: string, now: number, limit: number): Promise<Pending[]> {
  return open(db, { community: communityId, now, limit })
}

// Written out, so that the partial index is known to hold all of them.
const inReview = sql`${activities.status} = 'review'`
const answerBy = sql`${activities.reviewDueAt}`
const reviews = prepared((db: Read) =>
  db
    .select(columns)
    .from(activities)
    .where(and(eq(activities.communityId, P('community')), inReview, isAfter(answerBy, activities.id)))
    .orderBy(asc(answerBy), asc(activities.id))
    .limit(P('limit')),
)
/** What organisations handed in and wait to be told of, the most pressing first. */
export function listReviews(db: Read, community: string, after: Cursor, limit: number): Promise<Pending[]> {
  return reviews(db, { community, limit, ...after })
}
const countedReviews = prepared((db: Read) =>
  db
    .select({ communityId: activities.communityId, ...countGroups(answerBy) })
    .from(activities)
    .where(and(gte(activities.communityId, P('first')), lt(activities.communityId, P('beyond')), inReview))
    .groupBy(activities.communityId),
)
export function countReviews(
  db: Read,
  range: { first: string; beyond: string },
  now: number,
): Promise<CommunityCounts[]> {
  return countedReviews(db, { ...range, now, midnight: endOfToday(now) })
}

const returned = prepared((db: Read) =>
  db
    .select(columns)
    .from(activities)
    .where(
      and(
        eq(activities.createdBy, P('person')),
        isNotNull(activities.returnReason),
        eq(activities.status, 'draft'),
        gt(activities.startsAt, P('past')),
      ),
    )
    .orderBy(asc(activities.signupClosesAt), asc(activities.id))
    .limit(P('limit')),
)
/** What this person handed in for an organisation and was sent back. */
export function listReturned(db: Read, person: string, now: number, limit: number): Promise<Pending[]> {
  return returned(db, { person, past: bounds(now).past, limit })
}
