import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, Done, query } from '../contract.ts'
import { atShanghai, startOfDay } from '../time.ts'
import { PlaceCode } from '../divisions/place-contract.ts'

/** How somebody belongs to a door (《领域规格》 §2.6). */
export const Kind = z.enum(['hukouAndLive', 'hukouOnly', 'liveOnly', 'ownerOnly', 'workOnly'])
export type Kind = z.output<typeof Kind>
export const Evidence = z.enum([
  'hukouBook',
  'propertyCert',
  'lease',
  'residencePermit',
  'gridWitness',
  'saleContract',
])
export type Evidence = z.output<typeof Evidence>
export const Status = z.enum([
  'draft',
  'pending',
  'needMore',
  'verified',
  'rejected',
  'expired',
  'movedOut',
  'revoked',
])
export type Status = z.output<typeof Status>
/** Why more is needed, why not, or why no longer. */
export const Reason = z.enum([
  'doorUnclear',
  'evidenceMissing',
  'notMet',
  'notThere',
  'duplicate',
  'otherCommunity',
  'other',
])
export type Reason = z.output<typeof Reason>

/** Counted up by every change; a 32-bit column. */
export const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647))
/** A day at its first instant, as far back as the oldest living person. */
export const Day = z.int().check(
  z.minimum(atShanghai(1900, 1, 1)),
  z.maximum(253_402_300_799_999),
  z.refine((at) => startOfDay(at) === at, '请选一个日子'),
)
export const facts = {
  /** A building or a group. */
  place: PlaceCode,
  /** Typed, never picked: `2单元301室`. Nobody outside is shown which doors there are. */
  door: text(30),
  kind: Kind,
  /** The day since when. */
  since: Day,
  /** What the person can show. */
  evidence: Evidence,
  /** The last digits of the certificate, for who owns by one; never the whole number. */
  certTail: z.nullable(z.string().check(z.regex(/^[0-9A-Za-z]{4,6}$/))),
}
export const ResidencyFacts = z.strictObject(facts)
export type ResidencyFacts = z.output<typeof ResidencyFacts>

/** What the person and those who verify are shown alike. */
export const shown = {
  ...facts,
  id: Id,
  communityId: DivisionCode,
  communityName: z.string(),
  /** `东安花园 3号楼` */
  placeName: z.string(),
  status: Status,
  version: Version,
  submittedAt: z.nullable(Instant),
  /** First instant at which the answer is late; null when none is waited for. */
  dueAt: z.nullable(Instant),
  /** When the community was urged, once, since its answer was late; null before. */
  urgedAt: z.nullable(Instant),
  decidedAt: z.nullable(Instant),
  reason: z.nullable(Reason),
  /** What the verifier wrote with it; empty when nothing. */
  note: z.string(),
  demo: z.boolean(),
}
export const MyResidency = z.strictObject({
  ...shown,
  /** The one of several that counts where one has to. */
  primary: z.boolean(),
  /** First instant at which it no longer holds unless the person confirms it before. */
  confirmBy: z.nullable(Instant),
  /** Shown to a worker's code just now, and to be looked at on the worker's screen. */
  atDoor: z.boolean(),
})
export type MyResidency = z.output<typeof MyResidency>

const param = z.strictObject({ id: Id })
const factsRefusals = {
  noSuchPlace: { status: 422, title: '没有这栋楼或这个小组，请从列表里重新选' },
  certNeeded: { status: 422, title: '请写不动产权证号的最后 4 到 6 位' },
  sinceLater: { status: 422, title: '起始的日子不能晚于今天' },
  alreadyThere: { status: 409, title: '这个门牌您已经登记过，请在“我的住处”里打开它' },
} as const
const stale = { status: 409, title: '这一条刚变过，请刷新后再看' } as const
const notVerified = { status: 409, title: '这一处现在不是“已核验”，请刷新后再看' } as const

export const myResidencies = query('residency.mine', {
  get: '/me/residencies',
  by: 'signedIn',
  audience: 'me',
  summary: '我的住处：登记、核验到哪一步、什么时候要确认',
  output: z.strictObject({ items: z.array(MyResidency) }),
})
export const claimResidency = command('residency.claim', {
  post: '/me/residencies',
  by: 'signedIn',
  summary: '登记一处住处（先存着，或交给社区核验）',
  body: z.strictObject({ ...facts, submit: z.boolean() }),
  output: MyResidency,
  refusals: {
    ...factsRefusals,
    tooMany: { status: 409, title: '最多登记 6 处，请先删去不用的' },
  },
})
export const changeResidency = command('residency.change', {
  put: '/me/residencies/:id',
  by: 'signedIn',
  summary: '修改，再交给社区核验',
  param,
  body: z.strictObject({ ...facts, submit: z.boolean(), version: Version }),
  output: MyResidency,
  refusals: {
    ...factsRefusals,
    stale,
    notEditable: { status: 409, title: '正在核验或已经核验的不能改；要改请先撤回，或登记“搬走了”' },
  },
})
export const withdrawResidency = command('residency.withdraw', {
  post: '/me/residencies/:id/withdrawal',
  by: 'signedIn',
  summary: '撤回，先不核验',
  param,
  output: MyResidency,
  refusals: { notWaiting: { status: 409, title: '这一处现在没有在等核验，请刷新后再看' } },
})
export const discardResidency = command('residency.discard', {
  delete: '/me/residencies/:id',
  by: 'signedIn',
  summary: '删去一处没有交的登记',
  param,
  output: Done,
  refusals: {
    notADraft: { status: 409, title: '交过的登记不能删；在核验的可以撤回，住过的可以登记“搬走了”' },
  },
})
export const confirmResidency = command('residency.confirm', {
  post: '/me/residencies/:id/confirmation',
  by: 'signedIn',
  summary: '一年一次：确认还住在这里',
  param,
  output: MyResidency,
  refusals: {
    notVerified,
    tooEarly: { status: 409, title: '还不到确认的时候，到期前一个月再来' },
    lapsed: { status: 409, title: '已经过了确认的日子，请再交给社区核验一次' },
  },
})
export const moveOut = command('residency.moveOut', {
  post: '/me/residencies/:id/departure',
  by: 'signedIn',
  summary: '搬走了',
  param,
  output: MyResidency,
  refusals: { notVerified },
})
export const choosePrimary = command('residency.choosePrimary', {
  put: '/me/residencies/:id/primary',
  by: 'signedIn',
  summary: '几处住处里，以这一处为主',
  param,
  output: MyResidency,
  refusals: { notVerified },
})
/** What a worker's screen shows: a signed token as QR, or its eight digits. */
export const WorkerCode = z.string().check(z.regex(/^(\d{8}|tmt1\.[\w-]{20,120}\.[\w-]{20,120})$/))
export const presentResidency = command('residency.present', {
  post: '/me/residencies/:id/presentation',
  by: 'signedIn',
  summary: '社区工作者在面前：扫对方的核验码，当场核验',
  param,
  body: z.strictObject({ code: WorkerCode }),
  output: MyResidency,
  refusals: {
    unknownCode: { status: 422, title: '没有这个核验码，请核对数字，或请对方把码再亮一次' },
    codeExpired: { status: 409, title: '这个核验码过了两分钟，请对方换一个新的' },
    codeUsed: { status: 409, title: '这个核验码已经有人用过，请对方换一个新的' },
    otherCommunity: { status: 409, title: '这是别的村（社区）的核验码；请找您登记的那个社区的工作人员' },
    ownCode: { status: 409, title: '不能用自己的核验码给自己核验，请找同事' },
    notEditable: { status: 409, title: '这一处已经核验过，不用再核验' },
  },
})
export const residentEndpoints = [
  myResidencies,
  claimResidency,
  changeResidency,
  withdrawResidency,
  discardResidency,
  confirmResidency,
  moveOut,
  choosePrimary,
  presentResidency,
] as const
