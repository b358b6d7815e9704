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

/** A 小区 or a grid, by its code of our own (divisions/place-rules.ts). */
export const AudienceCode = z.string().check(z.regex(/^3212\d{8}-(\d{3}|P\d{6})$/))
/** Whole years; nobody in the register was older. */
const Age = z.int().check(z.minimum(0), z.maximum(120))

export const facts = {
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
  /** Of a community: the 小区 and grids that it is for, any one of them. None is all of the unit. */
  places: z.optional(z.array(AudienceCode).check(z.maxLength(20))),
  /** The youngest and the oldest whom it is for; either end may be open. */
  ageFrom: z.optional(Age),
  ageTo: z.optional(Age),
}

export const NoticeFacts = z.strictObject(facts)
export type NoticeFacts = z.output<typeof NoticeFacts>

/** Counted up by every change; a 32-bit column. */
export const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647))

/** What narrows it within its unit, in words that everybody reads: lists are the same for everybody, see audience-rules.ts. */
const narrowing = {
  /** With the names that they had when it was written. */
  places: z.array(z.strictObject({ code: AudienceCode, name: z.string() })),
  ageFrom: z.nullable(z.int()),
  ageTo: z.nullable(z.int()),
}
/** Whom it concerns: everybody in a unit, which is a community or any unit above; or those of them whom it names. */
export const audience = { division: DivisionCode, divisionName: z.string(), ...narrowing }

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
  ...narrowing,
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

export const detail = {
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

export const param = z.strictObject({ id: Id })

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

export const noticeEndpoints = [listNotices, getNotice, countRead] as const
