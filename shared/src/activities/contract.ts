import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, Cursor, pageOf, query } from '../contract.ts'
import { Alt, Picture } from '../files/contract.ts'

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

/** What is stored; what follows from the clock is in rules.ts (`phaseOf`). */
export const Status = z.enum(['draft', 'published', 'cancelled'])
export type Status = z.output<typeof Status>

export const Residency = z.enum(['none', 'town', 'community'])
export type Residency = z.output<typeof Residency>
export const MAX_CAPACITY = 10_000

export const facts = {
  title: text(40, 2),
  category: Category,
  /** What happens, in plain words. */
  body: text(2000),
  place: text(80, 2),
  startsAt: Instant,
  endsAt: Instant,
  /** First instant at which nobody can sign up any more. */
  signupClosesAt: Instant,
  capacity: z.int().check(z.minimum(1), z.maximum(MAX_CAPACITY)),
  /** Whose residents may sign up. */
  residencyRequired: Residency,
  /** What to bring or to mind; empty when nothing. */
  riskNotice: text(300, 0),
}

export const poster = {
  /** The file of a picture, left out when there is none, and what it shows in words. */
  poster: z.optional(Id),
  posterAlt: z.optional(Alt),
}

export const ActivityFacts = z.strictObject({ ...facts, ...poster })
export type ActivityFacts = z.output<typeof ActivityFacts>

/** Counted up by every change; a 32-bit column. */
export const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647))

/** `hiddenWhy`: why its staff alone see it; left out when everybody does. */
const seen = { poster: z.nullable(Picture), hiddenWhy: z.optional(z.string()) }
/** A row of a list. Free places are `capacity - confirmed`. */
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
  confirmed: z.int(),
  status: Status,
  ...seen,
  demo: z.boolean(),
})
export type ActivityCard = z.output<typeof ActivityCard>

export const ActivityDetail = z.strictObject({
  ...facts,
  id: Id,
  communityId: DivisionCode,
  communityName: z.string(),
  confirmed: z.int(),
  ...seen,
  status: Status,
  cancelReason: z.nullable(z.string()),
  publishedAt: z.nullable(Instant),
  changedAt: Instant,
  /** Raised by every change; an edit names the one it was made from. */
  version: Version,
  demo: z.boolean(),
})
export type ActivityDetail = z.output<typeof ActivityDetail>

export const SignupStatus = z.enum(['confirmed', 'cancelledByUser', 'cancelledByHost'])
export type SignupStatus = z.output<typeof SignupStatus>

export const Signup = z.strictObject({ activityId: Id, status: SignupStatus, at: Instant })
export type Signup = z.output<typeof Signup>

export const MySignup = z.strictObject({ activity: ActivityCard, status: SignupStatus, at: Instant })
export type MySignup = z.output<typeof MySignup>

export const param = z.strictObject({ id: Id })

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
    cursor: z.optional(Cursor),
  }),
  output: pageOf(ActivityCard),
})

export const getActivity = query('activities.get', {
  get: '/activities/:id',
  by: 'guest',
  audience: 'public',
  summary: '活动详情',
  param,
  output: ActivityDetail,
})

export const mySignup = query('activities.mySignup', {
  get: '/activities/:id/signups/mine',
  by: 'signedIn',
  helpable: true,
  audience: 'me',
  summary: '我是否报了名',
  param,
  output: z.strictObject({ signup: z.nullable(Signup) }),
})

export const mySignups = query('activities.mySignups', {
  get: '/me/signups',
  by: 'signedIn',
  helpable: true,
  audience: 'me',
  summary: '我的报名',
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: pageOf(MySignup),
})

export const signUp = command('activities.signUp', {
  post: '/activities/:id/signups',
  by: 'signedIn',
  helpable: true,
  summary: '报名',
  param,
  output: Signup,
  refusals: {
    cancelled: { status: 409, title: '活动已取消' },
    closed: { status: 409, title: '报名已截止，可打电话问社区还有没有名额' },
    full: { status: 409, title: '名额已满；有人取消会空出来，可以过些时候再看，或打电话问社区' },
    alreadySignedUp: { status: 409, title: '您已经报过名了' },
    notEligible: {
      status: 403,
      title: '这次活动只收本村（社区）或本镇（街道）已核验的居民；您住在这里的话，请打社区窗口的电话',
    },
  },
})

export const cancelSignup = command('activities.cancelSignup', {
  delete: '/activities/:id/signups/mine',
  by: 'signedIn',
  helpable: true,
  summary: '取消报名（活动开始前）',
  param,
  output: Signup,
  refusals: {
    notSignedUp: { status: 409, title: '您没有报名这个活动' },
    started: { status: 409, title: '活动已经开始，不能再取消；去不了请打电话告诉社区' },
  },
})

export const activityEndpoints = [
  listActivities,
  getActivity,
  mySignup,
  mySignups,
  signUp,
  cancelSignup,
] as const
