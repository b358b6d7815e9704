import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, Phone } from '../codes.ts'
import { command, Cursor, Done, pageOf, query } from '../contract.ts'
import {
  factsRefusals,
  formRefusals,
  inReview,
  limitRefusals,
  reasonMissing,
  reliefPicture,
} from './refusals.ts'
import { ActivityCard } from './contract.ts'
import { facts, poster, Reason, Version, ActivityDetail, param } from './detail-contract.ts'

/** The parts of a roster: who has a place, who waits, to whom one is offered, and whose sign-up staff have to confirm. */
export const RosterPart = z.enum(['coming', 'waiting', 'offered', 'awaiting'])
export type RosterPart = z.output<typeof RosterPart>

export const RosterRow = z.strictObject({
  /** Of the sign-up. */
  id: Id,
  /** Position in order of signing up, from 1. */
  position: z.int(),
  /** Of who comes; a child's is masked. */
  name: z.string(),
  /** Who signed them up and is told, where that is somebody else. */
  by: z.nullable(z.string()),
  /** Comes by a guardian's record. */
  child: z.boolean(),
  /** Masked, of who is told: `138****0001`. */
  phone: z.string(),
  at: Instant,
  /** When an offer is over. */
  offerUntil: z.nullable(Instant),
})
export type RosterRow = z.output<typeof RosterRow>

export const createActivity = command('activities.create', {
  post: '/communities/:communityId/activities',
  by: 'staff',
  summary: '新建活动（草稿，或直接发布）',
  param: z.strictObject({ communityId: DivisionCode }),
  body: z.strictObject({ ...facts, ...poster, publish: z.boolean() }),
  output: ActivityDetail,
  refusals: formRefusals,
})

export const editActivity = command('activities.edit', {
  put: '/activities/:id',
  by: 'staff',
  summary: '修改活动',
  param,
  /** `reason`: why the time or the place changes; whoever has signed up is told. */
  body: z.strictObject({ ...facts, ...poster, version: Version, reason: z.optional(Reason) }),
  output: ActivityDetail,
  refusals: {
    ...formRefusals,
    reasonMissing,
    inReview,
    stale: { status: 409, title: '这个活动刚改过了，请看过新内容再改' },
    cancelled: { status: 409, title: '活动已取消，不能再改' },
    ended: { status: 409, title: '活动已结束，不能再改' },
    capacityBelowConfirmed: { status: 409, title: '名额不能少于已报名人数' },
    endsInPast: { status: 422, title: '结束时间要晚于现在' },
  },
})

export const publishActivity = command('activities.publish', {
  post: '/activities/:id/publication',
  by: 'staff',
  summary: '发布草稿',
  param,
  body: z.strictObject({ version: Version }),
  output: ActivityDetail,
  refusals: {
    ...factsRefusals,
    ...limitRefusals,
    reliefPicture,
    inReview,
    stale: { status: 409, title: '这个活动刚改过了，请看过新内容再发布' },
    notADraft: { status: 409, title: '这个活动已经发布过' },
  },
})

export const cancelActivity = command('activities.cancel', {
  post: '/activities/:id/cancellation',
  by: 'staff',
  summary: '取消活动（写明原因）',
  param,
  body: z.strictObject({ reason: Reason }),
  output: ActivityDetail,
  refusals: {
    notPublished: { status: 409, title: '只有已发布的活动才能取消；草稿可以直接删除' },
    cancelled: { status: 409, title: '活动已经取消' },
    ended: { status: 409, title: '活动已结束，不能取消' },
  },
})

export const discardDraft = command('activities.discard', {
  delete: '/activities/:id',
  by: 'staff',
  summary: '删除草稿',
  param,
  output: Done,
  refusals: { notADraft: { status: 409, title: '已发布的活动不能删除，可以取消' } },
})

export const managedActivities = query('activities.managed', {
  get: '/communities/:communityId/activities/managed',
  by: 'staff',
  audience: 'staff',
  summary: '本村（社区）的活动，含草稿；归档的另列',
  param: z.strictObject({ communityId: DivisionCode }),
  query: z.strictObject({
    /** `current` (default): what is not archived. */
    when: z.optional(z.enum(['current', 'archived'])),
    cursor: z.optional(Cursor),
  }),
  output: pageOf(ActivityCard),
})

export const managedActivity = query('activities.managedOne', {
  get: '/activities/:id/managed',
  by: 'staff',
  audience: 'staff',
  summary: '活动详情（工作人员，含草稿）',
  param,
  output: ActivityDetail,
})

export const getRoster = query('activities.roster', {
  get: '/activities/:id/roster',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '报名名单',
  param,
  query: z.strictObject({ part: z.optional(RosterPart), cursor: z.optional(Cursor) }),
  output: z.strictObject({
    title: z.string(),
    confirmed: z.int(),
    capacity: z.int(),
    waiting: z.int(),
    offered: z.int(),
    awaiting: z.int(),
    ...pageOf(RosterRow).shape,
  }),
})

export const getSignupPhone = query('activities.signupPhone', {
  get: '/activities/:id/signups/:signupId/phone',
  by: 'staff',
  audience: 'staff',
  audited: true,
  summary: '报名人的电话（为通知本人；每次查看都留下记录）',
  param: z.strictObject({ id: Id, signupId: Id }),
  output: z.strictObject({ phone: Phone }),
})

export const admitSignup = command('activities.admit', {
  post: '/activities/:id/signups/:signupId/admission',
  by: 'staff',
  summary: '确认一个要人工确认的报名：有名额就给，没有就排进候补',
  param: z.strictObject({ id: Id, signupId: Id }),
  output: Done,
  refusals: {
    notAwaiting: { status: 409, title: '这个报名不用确认了，请刷新名单' },
    closed: { status: 409, title: '活动已经开始或取消，不用再确认' },
    noPlace: { status: 409, title: '名额和候补都满了，请先增加名额' },
  },
})

export const activityStaffEndpoints = [
  createActivity,
  editActivity,
  publishActivity,
  cancelActivity,
  discardDraft,
  managedActivities,
  managedActivity,
  getRoster,
  getSignupPhone,
  admitSignup,
] as const
