import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, query } from '../contract.ts'
import { PlaceCode } from '../divisions/place-contract.ts'
import { Version } from './contract.ts'
import { conflicts } from './staff-contract.ts'

/** What has one voice: a household, or what its owners own of a building (《领域规格》 §2.6). */
export const Purpose = z.enum(['household', 'unit'])
export type Purpose = z.output<typeof Purpose>
/** Where an area comes from; the first that there is counts (最高法院建筑物区分所有权解释 第八条). */
export const AreaBasis = z.enum(['register', 'survey', 'contract'])
export type AreaBasis = z.output<typeof AreaBasis>
/** How a representative came to be, or to be none any more. */
export const How = z.enum(['head', 'only', 'agreed', 'worker', 'left'])
export type How = z.output<typeof How>

/** In 0.01 m². */
const Area = z.int().check(z.minimum(1), z.maximum(100_000_000))
const unit = z.strictObject({
  area: Area,
  basis: AreaBasis,
  /** How many the certificate names, whether they are registered here or not. */
  owners: z.int().check(z.minimum(1), z.maximum(99)),
})
export type UnitFacts = z.output<typeof unit>
export const SeatMember = z.strictObject({
  /** The residency that makes them one. */
  id: Id,
  name: z.string(),
  me: z.boolean(),
  head: z.boolean(),
  representative: z.boolean(),
  minor: z.boolean(),
})
export type SeatMember = z.output<typeof SeatMember>
export const SeatProposal = z.strictObject({
  id: Id,
  toName: z.string(),
  byName: z.string(),
  at: Instant,
  agreed: z.int(),
  needed: z.int(),
  /** Why the reader can't agree; null where they can. */
  obstacle: z.nullable(z.enum(['minor', 'ownProposal', 'headDecides', 'answered'])),
})
export type SeatProposal = z.output<typeof SeatProposal>
export const Seat = z.strictObject({
  id: Id,
  purpose: Purpose,
  communityId: DivisionCode,
  communityName: z.string(),
  placeName: z.string(),
  door: z.string(),
  members: z.array(SeatMember),
  /** Of a unit; null until a worker has entered it. */
  unit: z.nullable(unit),
  proposal: z.nullable(SeatProposal),
  /** Every representative so far, the last one first. */
  history: z.array(z.strictObject({ at: Instant, name: z.nullable(z.string()), how: How })),
  version: Version,
  demo: z.boolean(),
})
export type Seat = z.output<typeof Seat>

const param = z.strictObject({ id: Id })
const movedOut = { status: 409, title: '这位已经不在这里，请刷新后再选' } as const
const minor = { status: 422, title: '未满 18 周岁的不能当代表，请另选一位' } as const

export const mySeats = query('residency.seats', {
  get: '/me/seats',
  by: 'signedIn',
  audience: 'me',
  summary: '我的户和我的房产：成员、代表、换代表办到哪一步',
  output: z.strictObject({ items: z.array(Seat) }),
})
export const proposeRepresentative = command('residency.propose', {
  post: '/seats/:id/proposals',
  by: 'signedIn',
  summary: '提出换户代表（业主代表），由本户（共有人）同意',
  param,
  body: z.strictObject({ member: Id }),
  output: Seat,
  refusals: {
    alreadyIs: { status: 409, title: '现在的代表就是这一位' },
    minor,
    underAge: { status: 403, title: '未满 18 周岁的不能提出，请家里的大人来办' },
    movedOut,
    pendingOther: { status: 409, title: '已经提出过一位，还在等同意；要换人，请先取消那一次' },
    nobodyElse: { status: 409, title: '没有别的成年人可以同意，请社区工作者来办' },
    ownersMissing: {
      status: 409,
      title: '共有人还没有都登记，请都来登记，或带书面推定找社区工作者',
    },
  },
})
export const answerProposal = command('residency.answer', {
  post: '/seats/:id/answers',
  by: 'signedIn',
  summary: '同意换代表，或不同意（提出的人用来取消）',
  param,
  body: z.strictObject({ proposal: Id, agree: z.boolean() }),
  output: Seat,
  refusals: {
    settled: { status: 409, title: '这一次已经有了结果，请刷新后再看' },
    minor: { status: 403, title: '未满 18 周岁的不能表态，请家里的大人来办' },
    ownProposal: { status: 409, title: '您自己提出的，要由别人同意' },
    headDecides: { status: 409, title: '换户代表要由户主同意，或由社区工作者见证' },
    answered: { status: 409, title: '您已经同意过了，在等其他共有人' },
  },
})
export const seatOf = query('residency.seatOf', {
  get: '/residencies/:id/seat',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '一条登记所在的户或房产（工作人员）',
  param,
  output: z.strictObject({ seat: z.nullable(Seat) }),
})
export const settleSeat = command('residency.settleSeat', {
  put: '/seats/:id',
  by: 'staff',
  summary: '写明户主、面积和共有人数，或见证换代表',
  param,
  body: z.strictObject({
    head: z.optional(Id),
    representative: z.optional(Id),
    /** What was witnessed; a must for a representative. */
    note: z.optional(text(200, 0)),
    unit: z.optional(unit),
    version: Version,
  }),
  output: Seat,
  refusals: {
    ...conflicts,
    noteNeeded: { status: 422, title: '请写几个字：谁在场，看了什么' },
    minor,
    movedOut,
    wrongPurpose: { status: 422, title: '户主属于户，面积和共有人数属于房产，请核对' },
    stale: { status: 409, title: '这里刚变过，请刷新后再办' },
  },
})
export const UnitTotals = z.strictObject({
  place: PlaceCode,
  name: z.string(),
  /** As the staff entered them; null until then. */
  entered: z.nullable(z.strictObject({ units: z.int(), area: z.int() })),
  /** Counted up from what was verified; its area from what the workers entered for it. */
  verified: z.strictObject({ units: z.int(), area: z.int() }),
  /** Of what was entered; 0 until then. */
  version: z.int(),
})
export type UnitTotals = z.output<typeof UnitTotals>
export const listUnitTotals = query('residency.unitTotals', {
  get: '/communities/:communityId/unit-totals',
  by: 'staff',
  audience: 'staff',
  summary: '各小区的专有部分总数和总面积（只有数字）',
  param: z.strictObject({ communityId: DivisionCode }),
  output: z.strictObject({ items: z.array(UnitTotals) }),
})
export const setUnitTotals = command('residency.setUnitTotals', {
  put: '/places/:code/unit-totals',
  by: 'staff',
  summary: '录入一个小区的专有部分总数和总面积',
  param: z.strictObject({ code: PlaceCode }),
  body: z.strictObject({
    units: z.int().check(z.minimum(1), z.maximum(100_000)),
    /** In 0.01 m². */
    area: z.int().check(z.minimum(1), z.maximum(10_000_000_000)),
    version: z.int().check(z.minimum(0), z.maximum(2_147_483_647)),
  }),
  output: z.strictObject({ items: z.array(UnitTotals) }),
  refusals: {
    notAnArea: { status: 422, title: '这不是小区，请从列表里重新选' },
    stale: { status: 409, title: '同事刚改过这些数字，请刷新后再录' },
  },
})
export const seatEndpoints = [
  mySeats,
  proposeRepresentative,
  answerProposal,
  seatOf,
  settleSeat,
  listUnitTotals,
  setUnitTotals,
] as const
