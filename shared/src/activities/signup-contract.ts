import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, Cursor, pageOf, query } from '../contract.ts'
import { ActivityCard } from './contract.ts'
import { SignupStatus, param } from './detail-contract.ts'

/** Who comes: oneself, somebody of one's household (a person's id), or one's own child (a child's id). */
export const Who = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('member'), id: Id }),
  z.strictObject({ kind: z.literal('child'), id: Id }),
])
export type Who = z.output<typeof Who>

/** What is ticked for somebody, and kept with the sign-up: what is not known, and what only they can say. */
export const Declaration = z.enum(['age', 'gender', 'health', 'insurance', 'guardian'])
export type Declaration = z.output<typeof Declaration>

export const Signup = z.strictObject({
  id: Id,
  activityId: Id,
  status: SignupStatus,
  at: Instant,
  who: Who,
  /** How they are called; null for oneself, and for who is not known any more. */
  name: z.nullable(z.string()),
  /** Among those who wait, from 1; null for others. */
  position: z.nullable(z.int()),
  /** The first instant at which the offer is over; null where there is none. */
  offerUntil: z.nullable(Instant),
})
export type Signup = z.output<typeof Signup>

export const MySignup = z.strictObject({ activity: ActivityCard, ...Signup.shape })
export type MySignup = z.output<typeof MySignup>

/** Somebody whom I may sign up for this activity. */
export const Candidate = z.strictObject({
  who: Who,
  /** Null for oneself. */
  name: z.nullable(z.string()),
  /** Why they can't come, said as advice; null where they can. */
  obstacle: z.nullable(z.string()),
  asks: z.array(Declaration),
  /** Another activity that they are on the list of at the same time: a hint, never a refusal. */
  clash: z.nullable(z.strictObject({ title: z.string(), startsAt: Instant })),
})
export type Candidate = z.output<typeof Candidate>

export const mySignup = query('activities.mySignup', {
  get: '/activities/:id/signups/mine',
  by: 'signedIn',
  helpable: true,
  audience: 'me',
  summary: '我和我替家人报的名',
  param,
  output: z.strictObject({
    /** Of oneself. */
    signup: z.nullable(Signup),
    /** Of those whom I signed up. */
    others: z.array(Signup),
  }),
})

export const listCandidates = query('activities.candidates', {
  get: '/activities/:id/candidates',
  by: 'signedIn',
  helpable: true,
  audience: 'me',
  summary: '我可以给谁报名：本人、同住的家人、自己的孩子',
  param,
  output: z.strictObject({
    items: z.array(Candidate),
    /** What whoever signs up should know before: that they missed some, and what follows; null where nothing. */
    hint: z.nullable(z.string()),
  }),
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

const cancelled = { status: 409, title: '活动已取消' } as const
export const signUp = command('activities.signUp', {
  post: '/activities/:id/signups',
  by: 'signedIn',
  helpable: true,
  summary: '报名；名额满了就排队候补',
  param,
  body: z.strictObject({
    /** Oneself where it is left out. */
    who: z.optional(Who),
    declared: z.optional(z.array(Declaration).check(z.maxLength(Declaration.options.length))),
  }),
  output: Signup,
  refusals: {
    cancelled,
    postponed: { status: 409, title: '活动延期了，定下新的时间后可以再报名' },
    closed: { status: 409, title: '报名已截止，可打电话问社区还有没有名额' },
    full: { status: 409, title: '名额已满；有人取消会空出来，可以过些时候再看，或打电话问社区' },
    waitlistFull: {
      status: 409,
      title: '名额和候补都已满；有人退出会空出来，可以过些时候再看，或打电话问社区',
    },
    alreadySignedUp: { status: 409, title: '您已经报过名了' },
    notEligible: {
      status: 403,
      title: '这次活动只收本村（社区）或本镇（街道）已核验的居民；您住在这里的话，请打社区窗口的电话',
    },
    notOfHousehold: { status: 403, title: '这位不在您的户里了，请刷新后再选' },
    realNameNeeded: { status: 403, title: '这次活动要先实名核验，请在“我的”里核验后再报名' },
    tooYoung: { status: 403, title: '到活动那天年龄还不够，可以看看别的活动' },
    tooOld: { status: 403, title: '到活动那天超过了年龄，可以看看别的活动' },
    wrongGender: { status: 403, title: '这次活动不合报名条件里的性别，可以看看别的活动' },
    factsUnknown: {
      status: 403,
      title: '这次活动要核对年龄或性别，而核验时没有登记，请打社区窗口的电话报名',
    },
    undeclared: { status: 422, title: '请先把要确认的几项都打上勾' },
    guardianActs: { status: 403, title: '未满 18 周岁要由监护人来报名，请监护人用自己的手机替您报' },
    guardianFirst: { status: 409, title: '孩子要由监护人陪着来，请先给您自己报名' },
    householdFull: { status: 409, title: '您这一户的名额已经用完，有人退出后可以再报' },
  },
})

const started = { status: 409, title: '活动已经开始，不能再取消；去不了请打电话告诉社区' } as const
const childrenFirst = { status: 409, title: '孩子要由您陪着来，请先取消孩子的报名' } as const
export const cancelSignup = command('activities.cancelSignup', {
  delete: '/activities/:id/signups/mine',
  by: 'signedIn',
  helpable: true,
  summary: '取消报名，或退出候补（活动开始前）',
  param,
  output: Signup,
  refusals: { notSignedUp: { status: 409, title: '您没有报名这个活动' }, started, childrenFirst },
})

const one = z.strictObject({ id: Id, signupId: Id })
export const withdrawSignup = command('activities.withdraw', {
  delete: '/activities/:id/signups/:signupId',
  by: 'signedIn',
  helpable: true,
  summary: '取消替家人报的名（活动开始前）',
  param: one,
  output: Signup,
  refusals: { notSignedUp: { status: 409, title: '这一位已经不在名单上' }, started, childrenFirst },
})

export const answerOffer = command('activities.answerOffer', {
  post: '/activities/:id/signups/:signupId/answer',
  by: 'signedIn',
  helpable: true,
  summary: '接受候补到的名额，或放弃',
  param: one,
  body: z.strictObject({ accept: z.boolean() }),
  output: Signup,
  refusals: {
    cancelled,
    notOffered: { status: 409, title: '现在没有名额等您确认，请刷新后再看' },
    offerOver: { status: 409, title: '确认的时间已过，名额让给了下一位；还想来可以再报名' },
  },
})

export const signupEndpoints = [
  mySignup,
  listCandidates,
  mySignups,
  signUp,
  cancelSignup,
  withdrawSignup,
  answerOffer,
] as const
