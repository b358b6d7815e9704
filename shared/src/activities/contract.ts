import { z } from 'zod/mini'
import { DivisionCode, Id, Instant } from '../codes.ts'
import { Cursor, pageOf, query } from '../contract.ts'
import { Picture } from '../files/picture.ts'
import { Organization } from '../people/organization.ts'

/** The thirteen service kinds of 《行动方案》专栏3, which name the kinds of activity. */
export const Category = z.enum([
  'elderly',
  'child',
  'relief',
  'disabled',
  'education',
  'culture',
  'sports',
  'science',
  'safety',
  'legal',
  'health',
  'emergency',
  'cogov',
])
export type Category = z.output<typeof Category>

/** What is stored; what follows from the clock is in phase.ts (`phaseOf`). */
export const Status = z.enum(['draft', 'review', 'published', 'postponed', 'cancelled'])
export type Status = z.output<typeof Status>

export const seen = {
  poster: z.nullable(Picture),
  /** Why its staff alone see it; left out when everybody does. */
  hiddenWhy: z.optional(z.string()),
  /** The organisation that holds it; left out where it is the community itself. */
  host: z.optional(Organization),
  /** Since when it is kept among the old ones. */
  archivedAt: z.optional(Instant),
}
/** What is known of the places: an open offer holds one, and those who wait come before newcomers (phase.ts). */
export const places = {
  confirmed: z.int(),
  /** Places that are offered to somebody who waited. */
  offered: z.int(),
  /** The first instant at which one of these offers is over, whether anybody has noticed or not. */
  offersUntil: z.nullable(Instant),
  waiting: z.int(),
}

/** A row of a list. */
export const ActivityCard = z.strictObject({
  id: Id,
  communityId: DivisionCode,
  communityName: z.string(),
  title: z.string(),
  category: Category,
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  signupClosesAt: Instant,
  capacity: z.int(),
  ...places,
  waitlistCapacity: z.optional(z.int()),
  status: Status,
  ...seen,
  demo: z.boolean(),
})
export type ActivityCard = z.output<typeof ActivityCard>

/** A day in Shanghai, `2026-10-13`. */
const Day = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

export const listActivities = query('activities.list', {
  get: '/activities',
  by: 'guest',
  audience: 'public',
  summary: '一个村（社区）或镇（街道）的活动，未结束的在前',
  query: z.strictObject({
    /** A community's or a town's code. */
    division: DivisionCode,
    category: z.optional(Category),
    /** `upcoming` (default): not ended yet, soonest first; `past`: ended, latest first. */
    when: z.optional(z.enum(['upcoming', 'past'])),
    /** On which days something of it takes place, both included; a day in Shanghai, `2026-10-13`. */
    from: z.optional(Day),
    to: z.optional(Day),
    /** Only what takes sign-ups and has a free place. */
    free: z.optional(z.literal('yes')),
    cursor: z.optional(Cursor),
  }),
  output: pageOf(ActivityCard),
})

export const activityEndpoints = [listActivities] as const
