import { z } from 'zod/mini'
import { Id, Instant, text } from '../codes.ts'
import { command, Cursor, Done, pageOf, query } from '../contract.ts'
import { Attendance, Codes, Mode, OwnCode } from './checkin-contract.ts'
import { checkinModes } from './checkin-rules.ts'
import { param } from './detail-contract.ts'

export const CheckinDesk = z.strictObject({
  title: z.string(),
  modes: z.array(Mode),
  opensAt: Instant,
  endsAt: Instant,
  confirmed: z.int(),
  attended: z.int(),
  /** What the screen at the door shows. */
  codes: Codes,
})
export type CheckinDesk = z.output<typeof CheckinDesk>

export const checkinDesk = query('activities.checkinDesk', {
  get: '/activities/:id/checkin',
  by: 'staff',
  audience: 'staff',
  summary: '签到台：方式、人数、屏幕上的签到码',
  param,
  output: CheckinDesk,
})

export const setCheckin = command('activities.setCheckin', {
  put: '/activities/:id/checkin',
  by: 'staff',
  summary: '选签到方式',
  param,
  body: z.strictObject({
    modes: z.array(Mode).check(z.minLength(1), z.maxLength(checkinModes.length)),
  }),
  output: Done,
  refusals: {
    cancelled: { status: 409, title: '活动已取消，不用签到' },
    ended: { status: 409, title: '活动已结束，不能再改签到方式' },
    noPlace: { status: 409, title: '要用定位签到，请先在活动里标出地点的位置' },
  },
})

/** What a phone keeps to check people in without network: no number in it. */
export const CheckinRow = z.strictObject({
  signupId: Id,
  name: z.string(),
  /** The first five digits of what this person may show. */
  tag: z.string(),
  at: Instant,
  attended: z.nullable(Attendance),
  excused: z.boolean(),
})
export type CheckinRow = z.output<typeof CheckinRow>

export const checkinRoster = query('activities.checkinRoster', {
  get: '/activities/:id/checkin/roster',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '签到名单，可以下载到手机上没网时用',
  param,
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: pageOf(CheckinRow),
})

export const MOST_ENTRIES = 500
const entry = { id: Id, at: Instant }
/** One scan, one typed code or one tick, at the time of the phone that made it; `id` is that phone's. */
export const CheckinEntry = z.discriminatedUnion('how', [
  z.strictObject({ ...entry, how: z.literal('scan'), code: OwnCode }),
  z.strictObject({ ...entry, how: z.literal('hand'), signupId: Id }),
])
export type CheckinEntry = z.output<typeof CheckinEntry>

/** What became of an entry; all but the first two are refusals. */
export const Outcome = z.enum([
  'done',
  'already',
  'cancelled',
  'tooEarly',
  'tooLate',
  'otherMode',
  'future',
  'syncedLate',
  'unknown',
  'wrongCode',
  'expiredCode',
  'otherActivity',
  'undone',
])
export type Outcome = z.output<typeof Outcome>

const Answer = z.strictObject({
  id: Id,
  outcome: Outcome,
  /** Whom it is about, where that is known, and what stands now. */
  signupId: z.nullable(Id),
  name: z.nullable(z.string()),
  attended: z.nullable(Attendance),
})
export type CheckinAnswer = z.output<typeof Answer>

export const recordCheckins = command('activities.recordCheckins', {
  post: '/activities/:id/checkins',
  by: 'staff',
  summary: '工作人员扫码、代签，一次一条或一批（最多 500 条，没网时记下的也在这里补传）；每条各有回答',
  sensitive: true,
  param,
  body: z.strictObject({
    entries: z.array(CheckinEntry).check(z.minLength(1), z.maxLength(MOST_ENTRIES)),
  }),
  output: z.strictObject({ answers: z.array(Answer), attended: z.int() }),
  refusals: {},
})

const signup = z.strictObject({ id: Id, signupId: Id })
export const undoCheckin = command('activities.undoCheckin', {
  post: '/activities/:id/checkins/:signupId/undo',
  by: 'staff',
  summary: '撤销签错的签到（写明原因）',
  param: signup,
  body: z.strictObject({ reason: text(100, 2) }),
  output: Done,
  refusals: { notCheckedIn: { status: 409, title: '他现在没有签到记录，不用撤销' } },
})

export const excuse = command('activities.excuse', {
  post: '/activities/:id/signups/:signupId/excuse',
  by: 'staff',
  summary: '没来的人说明过原因：不算失约',
  param: signup,
  body: z.strictObject({ reason: text(100, 2) }),
  output: Done,
  refusals: { came: { status: 409, title: '他签过到了，不用说明' } },
})

export const checkinStaffEndpoints = [
  checkinDesk,
  setCheckin,
  checkinRoster,
  recordCheckins,
  undoCheckin,
  excuse,
] as const
