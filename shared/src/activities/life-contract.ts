import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, query } from '../contract.ts'
import { ActivityDetail, param, Reason, Version } from './detail-contract.ts'
import { factsRefusals, limitRefusals, reliefPicture } from './refusals.ts'

export const postponeActivity = command('activities.postpone', {
  post: '/activities/:id/postponement',
  by: 'staff',
  summary: '延期，新的时间还没定（写明原因，报名的人会收到；修改活动时定新的时间）',
  param,
  body: z.strictObject({ reason: Reason }),
  output: ActivityDetail,
  refusals: {
    notPublished: { status: 409, title: '还没发布的活动不用延期，直接改时间就行' },
    cancelled: { status: 409, title: '活动已取消，不能延期' },
    postponed: { status: 409, title: '活动已经延期；定了新的时间请用“修改”' },
    ended: { status: 409, title: '活动已结束，不能延期' },
  },
})

export const archiveActivity = command('activities.archive', {
  post: '/activities/:id/archive',
  by: 'staff',
  summary: '归档：写一句办得怎么样；结束 30 天后自动归档，那句话以后还能补',
  param,
  body: z.strictObject({ closing: z.optional(text(300)) }),
  output: ActivityDetail,
  refusals: {
    notOver: { status: 409, title: '活动还没结束，结束以后再归档' },
    archived: { status: 409, title: '活动已经归档，总结也写过了' },
  },
})

export const Outcome = z.enum(['publish', 'return'])
export const reviewActivity = command('activities.review', {
  post: '/activities/:id/review',
  by: 'staff',
  summary: '审核社会组织、驻区单位交来的活动：通过就发布，退回要写明改什么',
  param,
  body: z.strictObject({ outcome: Outcome, reason: z.optional(Reason), version: Version }),
  output: ActivityDetail,
  refusals: {
    ...factsRefusals,
    ...limitRefusals,
    reliefPicture,
    notInReview: { status: 409, title: '这个活动不在等审核，可能同事已经办过了' },
    stale: { status: 409, title: '对方刚改过，请看过新内容再审' },
    whyMissing: { status: 422, title: '退回要写明改什么，对方会看到' },
  },
})

/** Epoch milliseconds as they stand in an address. */
const Digits = z.string().check(z.regex(/^\d{1,15}$/))
export const findOverlaps = query('activities.overlaps', {
  get: '/communities/:communityId/activities/overlaps',
  by: 'staff',
  audience: 'staff',
  summary: '同一地方同一时间还有哪些活动（最多 3 个，只提醒，不拦）',
  param: z.strictObject({ communityId: DivisionCode }),
  query: z.strictObject({
    place: text(80, 2),
    startsAt: Digits,
    endsAt: Digits,
    /** The activity that is asked for. */
    except: z.optional(Id),
  }),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: Id, title: z.string(), startsAt: Instant, endsAt: Instant })),
  }),
})

export const activityLifeEndpoints = [
  postponeActivity,
  archiveActivity,
  reviewActivity,
  findOverlaps,
] as const
