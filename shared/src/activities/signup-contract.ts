import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, Cursor, pageOf, query } from '../contract.ts'
import { ActivityCard, SignupStatus, param } from './contract.ts'

export const Signup = z.strictObject({ activityId: Id, status: SignupStatus, at: Instant })
export type Signup = z.output<typeof Signup>

export const MySignup = z.strictObject({ activity: ActivityCard, status: SignupStatus, at: Instant })
export type MySignup = z.output<typeof MySignup>

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
    postponed: { status: 409, title: '活动延期了，定下新的时间后可以再报名' },
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

export const signupEndpoints = [mySignup, mySignups, signUp, cancelSignup] as const
