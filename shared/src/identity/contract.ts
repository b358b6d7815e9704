import { z } from 'zod/mini'
import { Cursor as PageCursor } from '../contract.ts'
import { DivisionCode, Id, Instant, Phone, text } from '../codes.ts'
import { command, pageOf, query } from '../contract.ts'
import { PrivacyVersion } from '../people/privacy-version.ts'
import { Level } from '../people/contract.ts'

/** Who says that somebody is the one they say they are (《领域规格》 §2.4). */
export const Provider = z.enum(['taizhouTong', 'suFuBan', 'netId', 'counter'])
export type Provider = z.output<typeof Provider>
export const OnlineProvider = z.enum(['taizhouTong', 'suFuBan', 'netId'])
export type OnlineProvider = z.output<typeof OnlineProvider>

export const IdentityRecord = z.strictObject({
  provider: Provider,
  /** `张**`; null where the provider told none. */
  name: z.nullable(z.string()),
  /** `321200**********13`; null with 网号网证, which tells no number. */
  idNumber: z.nullable(z.string()),
  verifiedAt: Instant,
})
export type IdentityRecord = z.output<typeof IdentityRecord>

export const MyIdentity = z.strictObject({
  level: Level,
  record: z.nullable(IdentityRecord),
  /** By which ways this can be done online here; at the counter it always can. */
  providers: z.array(OnlineProvider),
  /** Whether the separate consent stands. */
  consented: z.boolean(),
})
export type MyIdentity = z.output<typeof MyIdentity>

/** What is wrong with a number, in words; the names are those of `obstacleToIdNumber`. */
const idNumberRefusals = {
  fifteenDigits: { status: 422, title: '15 位的一代身份证已停用，请填新证上的 18 位号码' },
  otherDocument: {
    status: 422,
    title: '这里只收 18 位居民身份证号；港澳台居住证、外国人永居证、护照请先登记手机号，由窗口另行受理',
  },
  notEighteen: { status: 422, title: '身份证号应为 18 位，最后一位可以是 X' },
  noSuchDay: { status: 422, title: '号码里的出生日期不存在，请对照证件再填一遍' },
  wrongCheck: { status: 422, title: '最后一位对不上，多半是抄错了一位，请对照证件再填一遍' },
} as const
const personRefusals = {
  taken: { status: 409, title: '这个身份已经登记在另一个账号上，请带证件到社区窗口核对，由工作人员处理' },
  guardianNeeded: { status: 409, title: '未满 14 周岁，请由监护人带到社区窗口，经监护人同意后登记' },
  alreadyVerified: { status: 409, title: '这个账号已经实名；要更正，请先撤回实名同意，再重新核验' },
  consentMissing: { status: 409, title: '请先同意把姓名和身份证号用于实名核验' },
} as const

export const myIdentity = query('identity.mine', {
  get: '/me/identity',
  by: 'signedIn',
  audience: 'me',
  summary: '我的实名情况，可以怎样核验',
  output: MyIdentity,
})
export const startVerification = command('identity.start', {
  post: '/me/identity/attempts',
  by: 'signedIn',
  summary: '开始一次实名核验',
  body: z.strictObject({
    provider: OnlineProvider,
    /** The privacy notice that the person agrees to with this, for this purpose alone. */
    agreed: z.optional(PrivacyVersion),
  }),
  output: z.strictObject({
    id: Id,
    /** Where the provider asks the person; null when it asks in its own app. */
    redirect: z.nullable(z.string()),
    expiresAt: Instant,
  }),
  refusals: {
    consentMissing: personRefusals.consentMissing,
    alreadyVerified: personRefusals.alreadyVerified,
    notOffered: { status: 409, title: '这里还没有开通这种核验，请换一种，或带身份证到社区窗口' },
    providerUnavailable: {
      status: 503,
      title: '核验平台暂时没有回应，请稍后再试，或带身份证到社区窗口',
    },
  },
})
export const finishVerification = command('identity.finish', {
  post: '/me/identity/attempts/:id/finish',
  by: 'signedIn',
  summary: '取回核验结果',
  param: z.strictObject({ id: Id }),
  output: MyIdentity,
  refusals: {
    notYet: { status: 409, title: '核验平台说您还没有确认，请在那边确认后再点一次' },
    saidNo: { status: 409, title: '核验平台没有通过，请核对后重来，或带身份证到社区窗口' },
    attemptOver: { status: 409, title: '这次核验已经过期，请重新开始' },
    unusable: { status: 409, title: '核验平台给的身份证号不能用，请带身份证到社区窗口登记' },
    providerUnavailable: {
      status: 503,
      title: '核验平台暂时没有回应，请稍后再试，或带身份证到社区窗口',
    },
    taken: personRefusals.taken,
    guardianNeeded: personRefusals.guardianNeeded,
    consentMissing: personRefusals.consentMissing,
  },
})

const Recorded = z.strictObject({
  personId: Id,
  ...IdentityRecord.def.shape,
  /** Masked. */
  phone: z.string(),
})
export type Recorded = z.output<typeof Recorded>

export const recordAtCounter = command('identity.record', {
  post: '/communities/:communityId/identities',
  by: 'staff',
  sensitive: true,
  summary: '窗口实名登记：当面核对证件后录入',
  param: z.strictObject({ communityId: DivisionCode }),
  body: z.strictObject({
    phone: Phone,
    name: text(50, 2),
    /** As typed; spaces and a small x are put right. */
    idNumber: text(40),
    /** The person, or a child's guardian, has agreed at the counter. */
    agreed: z.boolean(),
    /** A guardian is there and is the one who agrees. */
    guardian: z.boolean(),
  }),
  output: Recorded,
  refusals: {
    ...idNumberRefusals,
    ...personRefusals,
    notOneself: { status: 403, title: '不能给自己登记，请同事办理' },
    hasLeft: { status: 409, title: '这个手机号的账号正在注销，请本人先登录一次恢复，再来登记' },
  },
})
export const recordedIdentities = query('identity.recorded', {
  get: '/communities/:communityId/identities',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '本社区实名登记过的人（遮住）',
  param: z.strictObject({ communityId: DivisionCode }),
  query: z.strictObject({ cursor: z.optional(PageCursor) }),
  output: pageOf(Recorded),
})

export const SealedField = z.enum(['name', 'idNumber', 'phone'])
export type SealedField = z.output<typeof SealedField>

export const revealField = command('identity.reveal', {
  post: '/people/:id/reveals',
  by: 'staff',
  summary: '写明理由，查看一个人的一项完整信息（次日复核）',
  param: z.strictObject({ id: Id }),
  body: z.strictObject({ field: SealedField, reason: text(200, 5) }),
  output: z.strictObject({ value: z.string() }),
  refusals: {
    notHeld: { status: 409, title: '系统里没有这一项；用网号、网证核验的人不提供身份证号' },
    tooMany: { status: 429, title: '您今天查看的次数已满，请明天再来，确有急用请联系个人信息保护负责人' },
  },
})

export const RevealOutcome = z.enum(['fine', 'questioned'])
export type RevealOutcome = z.output<typeof RevealOutcome>
export const RevealView = z.strictObject({
  id: Id,
  at: Instant,
  field: SealedField,
  reason: z.string(),
  communityName: z.string(),
  /** Who looked: the name they go by, or the tail of their number. */
  by: z.string(),
  byPhone: z.string(),
  /** Whose it is, masked. */
  of: z.string(),
  outcome: z.nullable(RevealOutcome),
  note: z.nullable(z.string()),
  reviewedAt: z.nullable(Instant),
})
export type RevealView = z.output<typeof RevealView>

export const listReveals = query('identity.reveals', {
  get: '/reveals',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '查看记录：昨天及以前的，等复核的在前',
  query: z.strictObject({
    /** `waiting` (default), or `done`. */
    state: z.optional(z.enum(['waiting', 'done'])),
    cursor: z.optional(PageCursor),
  }),
  output: pageOf(RevealView),
})
export const reviewReveal = command('identity.review', {
  post: '/reveals/:id/review',
  by: 'staff',
  summary: '复核一次查看：没有问题，或提出疑问',
  param: z.strictObject({ id: Id }),
  body: z.strictObject({ outcome: RevealOutcome, note: text(200, 0) }),
  output: RevealView,
  refusals: {
    alreadyReviewed: { status: 409, title: '同事已经复核过这一条，请看下一条' },
    notOneself: { status: 403, title: '不能复核自己的查看，请另一位负责人处理' },
    noteMissing: { status: 422, title: '请写明疑问是什么，要对方怎么做' },
    tooEarly: { status: 409, title: '当天的查看第二天才复核' },
  },
})
/** What I looked at, with what the reviewer said of it. */
export const myReveals = query('identity.myReveals', {
  get: '/me/reveals',
  by: 'staff',
  audience: 'me',
  summary: '我查看过的，和复核意见',
  query: z.strictObject({ cursor: z.optional(PageCursor) }),
  output: pageOf(RevealView),
})

export const identityEndpoints = [
  myIdentity,
  startVerification,
  finishVerification,
  recordAtCounter,
  recordedIdentities,
  revealField,
  listReveals,
  reviewReveal,
  myReveals,
] as const
