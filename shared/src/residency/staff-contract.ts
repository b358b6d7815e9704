import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, Cursor, pageOf, query } from '../contract.ts'
import { Day, Evidence, Reason, shown, Status, Version } from './contract.ts'

/** Why this worker is not the one to decide (《领域规格》 §2.6: not the person, no near relative). */
export const Conflict = z.enum(['ownClaim', 'relative', 'declareFirst'])
export type Conflict = z.output<typeof Conflict>
/** One claim as those who verify see it. */
export const Claim = z.strictObject({
  ...shown,
  /** As the person is called on a roster. */
  name: z.string(),
  /** Masked: `138****0001`. */
  phone: z.string(),
  atDoor: z.boolean(),
  conflict: z.nullable(Conflict),
})
export type Claim = z.output<typeof Claim>

const community = z.strictObject({ communityId: DivisionCode })
const param = z.strictObject({ id: Id })

export const listClaims = query('residency.claims', {
  get: '/communities/:communityId/residencies',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '本村（社区、网格）的住处登记：待核验的在前一页，最先到期的在前',
  param: community,
  query: z.strictObject({
    /** Default: those that wait for an answer. */
    status: z.optional(Status),
    cursor: z.optional(Cursor),
  }),
  output: pageOf(Claim),
})
export const getClaim = query('residency.claimed', {
  get: '/residencies/:id',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '一条住处登记（工作人员）',
  param,
  output: Claim,
})
/** Numbers alone, for those above: who waits is the community's to know. */
export const LateCommunity = z.strictObject({
  communityId: DivisionCode,
  communityName: z.string(),
  late: z.int(),
  /** How many of them the community was urged about. */
  urged: z.int(),
  /** The oldest answer was due before this instant. */
  since: Instant,
})
export type LateCommunity = z.output<typeof LateCommunity>
export const listOverdue = query('residency.overdue', {
  get: '/divisions/:code/residencies/overdue',
  by: 'staff',
  audience: 'staff',
  summary: '辖区里哪些村（社区）的住处核验逾期，各有几条（不列人）',
  param: z.strictObject({ code: DivisionCode }),
  output: z.strictObject({ items: z.array(LateCommunity) }),
})
export const Outcome = z.enum(['verified', 'needMore', 'rejected'])
export type Outcome = z.output<typeof Outcome>
export const conflicts = {
  ownClaim: { status: 403, title: '这是您自己的登记，请同事来核验' },
  relative: { status: 403, title: '登记的人与您有近亲属关系，请同事来核验' },
  declareFirst: { status: 403, title: '请先申报近亲属（没有也要声明没有），再来核验' },
} as const
const reasons = {
  reasonNeeded: { status: 422, title: '请选一个原因，登记的人会看到' },
  noteNeeded: { status: 422, title: '选了“其他”，请写几个字说明' },
} as const
export const decideClaim = command('residency.decide', {
  post: '/residencies/:id/decision',
  by: 'staff',
  summary: '核验：属实、要补充，或不属实（都写明依据或原因）',
  param,
  body: z.strictObject({
    outcome: Outcome,
    /** What was looked at; a must for `verified`. No picture of it is kept. */
    evidence: z.optional(Evidence),
    reason: z.optional(Reason),
    note: z.optional(text(200, 0)),
    /** For who is not of age: the day from which they are. */
    adultOn: z.optional(Day),
    version: Version,
  }),
  output: Claim,
  refusals: {
    ...conflicts,
    ...reasons,
    evidenceNeeded: { status: 422, title: '请选看了什么凭证' },
    decided: { status: 409, title: '这一条刚由同事办好了，请看下一条' },
    withdrawn: { status: 409, title: '这一条本人已经撤回，请看下一条' },
    stale: { status: 409, title: '这一条的内容刚变过，请刷新后再核验' },
  },
})
export const revokeClaim = command('residency.revoke', {
  post: '/residencies/:id/revocation',
  by: 'staff',
  summary: '收回已核验的住处（写明原因）',
  param,
  body: z.strictObject({ reason: Reason, note: z.optional(text(200, 0)), version: Version }),
  output: Claim,
  refusals: {
    ...conflicts,
    noteNeeded: reasons.noteNeeded,
    notVerified: { status: 409, title: '这一处现在不是“已核验”，请刷新后再看' },
    stale: { status: 409, title: '这一条的内容刚变过，请刷新后再看' },
  },
})
/** What a worker shows at the door or the counter. The token is what the QR says. */
export const DoorCode = z.strictObject({
  id: Id,
  token: z.string(),
  /** To be typed where nothing can be scanned. */
  digits: z.string(),
  expiresAt: Instant,
})
export type DoorCode = z.output<typeof DoorCode>
export const openDoorCode = command('residency.openDoorCode', {
  post: '/communities/:communityId/door-codes',
  by: 'staff',
  summary: '我的核验码：两分钟，用一次；开新的，旧的就作废',
  param: community,
  output: DoorCode,
  refusals: { declareFirst: conflicts.declareFirst },
})
export const getDoorCode = query('residency.doorCode', {
  get: '/door-codes/:id',
  by: 'staff',
  audience: 'staff',
  summary: '有没有人扫了我的核验码',
  param,
  output: z.strictObject({
    id: Id,
    expiresAt: Instant,
    /** The claim that was shown to it, waiting to be looked at. */
    residencyId: z.nullable(Id),
  }),
})
export const claimEndpoints = [
  listClaims,
  getClaim,
  listOverdue,
  decideClaim,
  revokeClaim,
  openDoorCode,
  getDoorCode,
] as const
