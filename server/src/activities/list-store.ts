import type { Category } from '@tmt/shared/activities/contract.ts'
import { MAX_LENGTH } from '@tmt/shared/activities/rules.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { type Cursor, PAGE } from '../platform/paging.ts'
import { activities } from './tables.ts'

const P = sql.placeholder

export const cardColumns = {
  id: activities.id,
  communityId: activities.communityId,
  communityName: divisions.name,
  title: activities.title,
  category: activities.category,
  place: activities.place,
  startsAt: activities.startsAt,
  endsAt: activities.endsAt,
  signupClosesAt: activities.signupClosesAt,
  capacity: activities.capacity,
  confirmed: activities.confirmed,
  offered: activities.offered,
  offersUntil: activities.offersUntil,
  waiting: activities.waiting,
  waitlistCapacity: activities.waitlistCapacity,
  status: activities.status,
  poster: activities.poster,
  posterAlt: activities.posterAlt,
  hiddenWhy: activities.hiddenWhy,
  hostName: activities.hostName,
  hostUscc: activities.hostUscc,
  archivedAt: activities.archivedAt,
  demo: activities.demo,
}
export type CardRow = Awaited<ReturnType<typeof cards>>[number]
function cards(db: Read, where: SQL | undefined, order: SQL[]) {
  return db
    .select(cardColumns)
    .from(activities)
    .innerJoin(divisions, eq(divisions.code, activities.communityId))
    .where(where)
    .orderBy(...order)
    .limit(PAGE + 1)
}

const shown = and(
  inArray(activities.status, ['published', 'postponed', 'cancelled']),
  isNull(activities.hiddenWhy),
)
/** What was put off is still to come, until it is given up. */
const waits = and(eq(activities.status, 'postponed'), isNull(activities.archivedAt))
const ahead = or(gt(activities.endsAt, P('now')), waits)
const past = and(
  lte(activities.endsAt, P('now')),
  or(ne(activities.status, 'postponed'), isNotNull(activities.archivedAt)),
)
const position = sql`(${activities.startsAt}, ${activities.id})`
const cursor = sql`(${P('at')}, ${P('id')})`
const soonest = [asc(activities.startsAt), asc(activities.id)]
const latest = [desc(activities.startsAt), desc(activities.id)]

const takesSignups = and(
  eq(activities.status, 'published'),
  // As hasFreePlace in shared says it: nobody waits, and an offer that is over holds no place.
  eq(activities.waiting, 0),
  or(
    sql`${activities.confirmed} + ${activities.offered} < ${activities.capacity}`,
    lte(activities.offersUntil, P('now')),
  ),
  gt(activities.signupClosesAt, P('now')),
)
type When = 'upcoming' | 'past'

/** One prepared statement for each kind of list: by community or town, of a category or with free places alone, to come or past. */
function listOf(scope: 'communityId' | 'townId', byCategory: boolean, free: boolean, when: When) {
  const upcoming = when === 'upcoming'
  const where = and(
    eq(activities[scope], P('division')),
    shown,
    byCategory ? eq(activities.category, P('category')) : undefined,
    free ? takesSignups : undefined,
    upcoming ? sql`${position} > ${cursor}` : sql`${position} < ${cursor}`,
    upcoming ? ahead : past,
    gt(activities.endsAt, P('from')),
    lt(activities.startsAt, P('to')),
  )
  return prepared((db: Read) => cards(db, where, upcoming ? soonest : latest))
}
const nameOf = (...parts: (string | boolean)[]) => parts.join(' ')
const lists = new Map(
  (['communityId', 'townId'] as const).flatMap((scope) =>
    [false, true].flatMap((byCategory) =>
      [false, true].flatMap((free) =>
        (['upcoming', 'past'] as const).map(
          (when) => [nameOf(scope, byCategory, free, when), listOf(scope, byCategory, free, when)] as const,
        ),
      ),
    ),
  ),
)

/**
 * A whole page and one row more, which tells that there is a next page. `from` and `to` are instants: what takes
 * place between them, the latter not included.
 */
export function listActivities(
  db: Read,
  ask: {
    division: string
    category?: Category | undefined
    free?: boolean
    when: When
    from?: number | undefined
    to?: number | undefined
    after: Cursor | null
    now: number
  },
): Promise<CardRow[]> {
  const { division, category, free = false, when, from = 0, to = Number.MAX_SAFE_INTEGER, now } = ask
  const scope = levelOf(division) === 'town' ? 'townId' : 'communityId'
  const list = lists.get(nameOf(scope, category !== undefined, free, when))!
  const start =
    when === 'upcoming'
      ? { at: Math.max(now, from) - MAX_LENGTH, id: '' }
      : { at: Math.min(now + 1, to), id: '' }
  const { at, id } = ask.after ?? start
  return list(db, { division, category, now, from, to, at, id })
}

/** Published ones that start before `to`, from `after` on, in that order; of all communities. */
export function listStarting(db: Read, ask: { after: Cursor; to: number; limit: number }) {
  const { id, title, startsAt, endsAt, place, drill } = activities
  return db
    .select({ id, title, startsAt, endsAt, place, drill })
    .from(activities)
    .where(
      and(
        sql`${position} > (${ask.after.at}, ${ask.after.id})`,
        lt(activities.startsAt, ask.to),
        eq(activities.status, 'published'),
      ),
    )
    .orderBy(...soonest)
    .limit(ask.limit)
    .then((rows) => rows)
}

const before = (after: Cursor | null) => (after ? sql`${position} < (${after.at}, ${after.id})` : undefined)
/** Those of a community that its staff may know of, drafts too, latest start first: the current ones, or the archived. */
export function listManaged(
  db: Read,
  communityId: string,
  when: 'current' | 'archived',
  after: Cursor | null,
): Promise<CardRow[]> {
  const { archivedAt } = activities
  const kept = when === 'archived' ? isNotNull(archivedAt) : isNull(archivedAt)
  // What an organisation has not handed in is nobody's but its own.
  const theirs = or(ne(activities.status, 'draft'), isNull(activities.hostUscc))
  const own = eq(activities.communityId, communityId)
  return cards(db, and(own, kept, theirs, before(after)), latest).then((rows) => rows)
}
/** Everything of one organisation at a community, latest start first. */
export function listProposals(
  db: Read,
  ask: { communityId: string; uscc: string },
  after: Cursor | null,
): Promise<CardRow[]> {
  const own = and(eq(activities.hostUscc, ask.uscc), eq(activities.communityId, ask.communityId))
  return cards(db, and(own, before(after)), latest).then((rows) => rows)
}
