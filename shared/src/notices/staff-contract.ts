import { z } from 'zod/mini'
import { DivisionCode, text } from '../codes.ts'
import { command, Cursor, Done, pageOf, query } from '../contract.ts'
import { facts, Version, NoticeCard, detail, param } from './contract.ts'

const Reason = text(200, 2)

/** For staff: with how many have read it. A total; who they are is nowhere. */
export const ManagedCard = z.strictObject({ ...NoticeCard.shape, reads: z.int() })
export type ManagedCard = z.output<typeof ManagedCard>

export const ManagedNotice = z.strictObject({ ...detail, reads: z.int() })
export type ManagedNotice = z.output<typeof ManagedNotice>

const place = z.strictObject({ division: DivisionCode })

const factsRefusals = {
  endsBeforeStart: { status: 422, title: '结束时间要晚于开始时间' },
  expiresEarly: { status: 422, title: '通知要挂到事情结束以后，请把“挂到”改晚些' },
  agesOutOfOrder: { status: 422, title: '年龄的起始不能大于截止，请改一下' },
  wrongPlace: { status: 422, title: '小区或网格不对，请从本村（社区）在用的里面选' },
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

export const noticeStaffEndpoints = [
  createNotice,
  editNotice,
  publishNotice,
  correctNotice,
  withdrawNotice,
  discardNotice,
  managedNotices,
  managedNotice,
] as const
