import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, query } from '../contract.ts'
import { checkinModes } from './checkin-rules.ts'
import { Gcj02, param } from './detail-contract.ts'

export const Mode = z.enum(checkinModes)
/** How somebody was checked in, and when they were there. */
export const Attendance = z.strictObject({ how: Mode, at: Instant })
export type Attendance = z.output<typeof Attendance>

/** One code of a row of them, each shown for half a minute. */
export const Code = z.strictObject({ token: z.string(), digits: z.string() })
/** Codes for the next minutes, the first one shown from `from` on: whoever shows them needs neither clock nor network. */
export const Codes = z.strictObject({ now: Instant, from: Instant, items: z.array(Code) })
export type Codes = z.output<typeof Codes>

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** What stands on the community's screen, scanned or typed. */
export const ActivityCode = z
  .string()
  .check(z.regex(new RegExp(`^(\\d{6}|tmc1\\.${uuid}\\.\\d{1,10}\\.[\\w-]{22})$`)))
/** What a resident shows, scanned or typed. */
export const OwnCode = z
  .string()
  .check(z.regex(new RegExp(`^(\\d{8}|tmp1\\.${uuid}\\.\\d{1,10}\\.[\\w-]{22})$`)))

const Place = z.strictObject({
  signupId: Id,
  name: z.string(),
  attended: z.nullable(Attendance),
  codes: Codes,
})
export const MyCheckin = z.strictObject({
  modes: z.array(Mode),
  opensAt: Instant,
  endsAt: Instant,
  /** A row for each of the places that this person answers for. */
  places: z.array(Place),
})
export type MyCheckin = z.output<typeof MyCheckin>

export const myCheckin = query('activities.myCheckin', {
  get: '/activities/:id/checkin/mine',
  by: 'signedIn',
  audience: 'me',
  summary: '我怎么签到：方式、我的签到码、签好没有',
  param,
  output: MyCheckin,
})

const windowRefusals = {
  tooEarly: { status: 409, title: '还没到签到时间，开始前 30 分钟再来签' },
  tooLate: { status: 409, title: '活动已经结束，不能再签到；来过的话请告诉工作人员' },
  otherMode: { status: 409, title: '这次活动不用这种方式签到，请找现场的工作人员' },
  notConfirmed: {
    status: 409,
    title: '您没有这个活动的名额（没报上、取消了，或活动取消了），请找现场的工作人员',
  },
} as const

export const checkInByCode = command('activities.checkInByCode', {
  post: '/activities/:id/checkins/code',
  by: 'signedIn',
  summary: '扫现场屏幕上的签到码，或填上面的 6 个数字签到',
  param,
  body: z.strictObject({ signupId: Id, code: ActivityCode }),
  output: Attendance,
  refusals: {
    ...windowRefusals,
    wrongCode: { status: 422, title: '数字不对，请看现场屏幕上现在的 6 个数字再填' },
    expiredCode: { status: 409, title: '这个码已经换过了，请扫现场屏幕上现在的码' },
    otherActivity: { status: 409, title: '这是另一个活动的签到码，请看看屏幕上的活动名称' },
    tooManyTries: { status: 429, title: '试得太多了，请过 10 分钟再试，或请工作人员代签' },
  },
})

export const checkInHere = command('activities.checkInHere', {
  post: '/activities/:id/checkins/here',
  by: 'signedIn',
  summary: '到了现场，用一次定位签到；位置只比一比，不保存',
  sensitive: true,
  param,
  body: z.strictObject({ signupId: Id, position: Gcj02 }),
  output: Attendance,
  refusals: {
    ...windowRefusals,
    notNear: { status: 409, title: '您离活动地点还有 200 米以上，到了再签；已经到了就请工作人员代签' },
    noPlace: { status: 409, title: '这次活动没有标出位置，请扫码或请工作人员代签' },
  },
})

export const checkinEndpoints = [myCheckin, checkInByCode, checkInHere] as const
