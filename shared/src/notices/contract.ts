import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, Cursor, Done, pageOf, query } from '../contract.ts'

/** What people come for, the most frequent first. */
export const Kind = z.enum(['outage', 'payment', 'checkup', 'party', 'policy', 'other'])
export type Kind = z.output<typeof Kind>
/** What is stored; what follows from the clock is in rules.ts (`phaseOf`). */
export const NoticeStatus = z.enum(['draft', 'published', 'withdrawn'])
export type NoticeStatus = z.output<typeof NoticeStatus>

/** An office's telephone: landline with its area code, 400 number, or a short one such as 95598. Nobody's own mobile. */
export const OfficePhone = z
  .string()
  .check(
    z.regex(
      /^(0\d{2,3}-\d{7,8}|400-\d{3}-\d{4}|1[012]\d{1,3}|9\d{4,5})$/,
      '请填办公电话，例如 0523-86600000',
    ),
  )

const facts = {
  kind: Kind,
  title: text(30, 2),
  /** What it is about, in plain words. */
  body: text(2000, 2),
  /** When the water is off, say; either end may be open. */
  startsAt: z.optional(Instant),
  endsAt: z.optional(Instant),
  /** First instant at which it is no longer in the list, but among the past ones. */
  validUntil: Instant,
  /** A band on 首页 of everybody concerned. */
  urgent: z.boolean(),
  /** Before the others in the list. */
  pinned: z.boolean(),
  phone: z.optional(OfficePhone),
}
export const NoticeFacts = z.strictObject(facts)
export type NoticeFacts = z.output<typeof NoticeFacts>

/** Counted up by every change; a 32-bit column. */
const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647))
const Reason = text(200, 2)

/**
 * Whom it concerns: everybody in a unit, which is a community or any unit above. What narrows it within the unit
 * (小区, grid, age group) joins here, beside `division` in the table, and in `concerns` of list-store.ts.
 */
const audience = { division: DivisionCode, divisionName: z.string() }

/** A row of a list. */
export const NoticeCard = z.strictObject({
  id: Id,
  ...audience,
  kind: Kind,
  title: z.string(),
  startsAt: z.nullable(Instant),
  endsAt: z.nullable(Instant),
  /** First instant at which it is among the past ones; sooner than it was meant to where it was withdrawn. */
  listedUntil: Instant,
  urgent: z.boolean(),
  pinned: z.boolean(),
  status: NoticeStatus,
  publishedAt: z.nullable(Instant),
  /** When it was last corrected. */
  correctedAt: z.nullable(Instant),
  demo: z.boolean(),
})
export type NoticeCard = z.output<typeof NoticeCard>

/** What people read of it, and what a correction replaced. */
const words = {
  kind: Kind,
  title: z.string(),
  body: z.string(),
  startsAt: z.nullable(Instant),
  endsAt: z.nullable(Instant),
  phone: z.nullable(z.string()),
}
export const NoticeWords = z.strictObject(words)
export type NoticeWords = z.output<typeof NoticeWords>
export const Correction = z.strictObject({
  at: Instant,
  /** What it says of itself: what is different now. */
  note: z.string(),
  /** As it stood until then. */
  before: NoticeWords,
})
export type Correction = z.output<typeof Correction>

const detail = {
  ...words,
  id: Id,
  ...audience,
  validUntil: Instant,
  listedUntil: Instant,
  urgent: z.boolean(),
  pinned: z.boolean(),
  status: NoticeStatus,
  publishedAt: z.nullable(Instant),
  changedAt: Instant,
  withdrawnAt: z.nullable(Instant),
  withdrawReason: z.nullable(z.string()),
  /** The latest first. */
  corrections: z.array(Correction),
  /** Raised by every change; an edit names the one it was made from. */
  version: Version,
  demo: z.boolean(),
}
export const NoticeDetail = z.strictObject(detail)
export type NoticeDetail = z.output<typeof NoticeDetail>

/** For staff: with how many have read it. A total; who they are is nowhere. */
export const ManagedCard = z.strictObject({ ...NoticeCard.shape, reads: z.int() })
export type ManagedCard = z.output<typeof ManagedCard>
export const ManagedNotice = z.strictObject({ ...detail, reads: z.int() })
export type ManagedNotice = z.output<typeof ManagedNotice>

const param = z.strictObject({ id: Id })
const place = z.strictObject({ division: DivisionCode })

export const listNotices = query('notices.list', {
  get: '/notices',
  by: 'guest',
  audience: 'public',
  summary: '一个村（社区）或上级单位的通知，含上级发来的',
  query: z.strictObject({
    division: DivisionCode,
    kind: z.optional(Kind),
    /** `current` (default): urgent and pinned ones first, then the latest; `past`: expired, the latest first. */
    when: z.optional(z.enum(['current', 'past'])),
    cursor: z.optional(Cursor),
  }),
  output: pageOf(NoticeCard),
})
export const getNotice = query('notices.get', {
  get: '/notices/:id',
  by: 'guest',
  audience: 'public',
  summary: '通知全文，含更正',
  param,
  output: NoticeDetail,
})
export const countRead = command('notices.countRead', {
  post: '/notices/:id/reads',
  by: 'guest',
  anonymous: true,
  summary: '读过一次（每人一次；没登录的每台设备每天一次），只计总数，不记是谁',
  param,
  body: z.strictObject({
    /** Random, made by the device for this alone. */
    device: z.string().check(z.regex(/^[\w-]{16,80}$/)),
  }),
  output: Done,
  refusals: {},
})

const factsRefusals = {
  endsBeforeStart: { status: 422, title: '结束时间要晚于开始时间' },
  expiresEarly: { status: 422, title: '通知要挂到事情结束以后，请把“挂到”改晚些' },
} as const
const publicRefusals = {
  ...factsRefusals,
  alreadyOver: { status: 422, title: '“挂到”的时间已经过了，请改晚些' },
  tooLong: { status: 422, title: '通知最长挂三年' },
  urgentTooLong: { status: 422, title: '紧急通知最长挂 14 天；要挂更久，请不要标紧急' },
  privateNumber: { status: 422, title: '标题或内容里有手机号或身份证号，请删去，联系电话填办公电话' },
} as const

export const createNotice = command('notices.create', {
  post: '/divisions/:division/notices',
  by: 'staff',
  summary: '写通知（草稿，或直接发布）',
  param: place,
  body: z.strictObject({ ...facts, publish: z.boolean() }),
  output: ManagedNotice,
  refusals: publicRefusals,
})
export const editNotice = command('notices.edit', {
  put: '/notices/:id',
  by: 'staff',
  summary: '改草稿',
  param,
  body: z.strictObject({ ...facts, version: Version }),
  output: ManagedNotice,
  refusals: {
    ...factsRefusals,
    stale: { status: 409, title: '这条通知刚被同事改过，请刷新后再改' },
    notADraft: { status: 409, title: '通知已经发布，要改请用“更正”，居民会看到改了什么' },
  },
})
export const publishNotice = command('notices.publish', {
  post: '/notices/:id/publication',
  by: 'staff',
  summary: '发布草稿',
  param,
  body: z.strictObject({ version: Version }),
  output: ManagedNotice,
  refusals: {
    ...publicRefusals,
    stale: { status: 409, title: '这条通知刚被同事改过，请刷新后再发布' },
    notADraft: { status: 409, title: '这条通知已经发布过' },
  },
})
export const correctNotice = command('notices.correct', {
  post: '/notices/:id/corrections',
  by: 'staff',
  summary: '更正已发布的通知（写明改了什么，原文留着）',
  param,
  body: z.strictObject({ ...facts, note: text(100, 2), version: Version }),
  output: ManagedNotice,
  refusals: {
    ...publicRefusals,
    stale: { status: 409, title: '这条通知刚被同事改过，请刷新后再更正' },
    notPublished: { status: 409, title: '草稿不用更正，直接改就行' },
    withdrawn: { status: 409, title: '通知已撤回，不能更正，请另写一条' },
    expired: { status: 409, title: '通知已过期，不能更正，请另写一条' },
    nothingChanged: { status: 422, title: '和原来一样，没有要更正的' },
  },
})
export const withdrawNotice = command('notices.withdraw', {
  post: '/notices/:id/withdrawal',
  by: 'staff',
  summary: '撤回通知（写明原因）',
  param,
  body: z.strictObject({ reason: Reason }),
  output: ManagedNotice,
  refusals: {
    notPublished: { status: 409, title: '只有已发布的通知才能撤回；草稿可以直接删除' },
    withdrawn: { status: 409, title: '通知已经撤回' },
    privateNumber: { status: 422, title: '原因里有手机号或身份证号，请删去' },
  },
})
export const discardNotice = command('notices.discard', {
  delete: '/notices/:id',
  by: 'staff',
  summary: '删除通知草稿',
  param,
  output: Done,
  refusals: { notADraft: { status: 409, title: '已发布的通知不能删除，可以撤回' } },
})
export const managedNotices = query('notices.managed', {
  get: '/divisions/:division/notices/managed',
  by: 'staff',
  audience: 'staff',
  summary: '本单位写的全部通知，含草稿和读过的人数',
  param: place,
  query: z.strictObject({ cursor: z.optional(Cursor) }),
  output: pageOf(ManagedCard),
})
export const managedNotice = query('notices.managedOne', {
  get: '/notices/:id/managed',
  by: 'staff',
  audience: 'staff',
  summary: '通知全文（工作人员，含草稿和读过的人数）',
  param,
  output: ManagedNotice,
})
export const noticeEndpoints = [
  listNotices,
  getNotice,
  countRead,
  createNotice,
  editNotice,
  publishNotice,
  correctNotice,
  withdrawNotice,
  discardNotice,
  managedNotices,
  managedNotice,
] as const
