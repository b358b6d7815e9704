import { z } from 'zod/mini'
import { DivisionCode, Id, Instant } from '../codes.ts'
import { command } from '../contract.ts'
import { facts, param, Reason, Version } from './detail-contract.ts'
import { factsRefusals, limitRefusals, reasonMissing, reliefPicture } from './refusals.ts'
import { every, MAX_TIMES } from './series.ts'

const stale = { status: 409, title: '这个活动刚改过了，请看过新内容再改' } as const
const notASeries = { status: 409, title: '这个活动不是一串里的，请单独办' } as const

export const createSeries = command('activities.createSeries', {
  post: '/communities/:communityId/activities/series',
  by: 'staff',
  summary: '一次建好一串重复的活动，每一次各是一个活动，可以分别修改、取消',
  param: z.strictObject({ communityId: DivisionCode }),
  body: z.strictObject({
    /** Of the first one. A picture is added to each one afterwards: a file belongs to one activity. */
    ...facts,
    every: z.enum(every),
    times: z.int().check(z.minimum(2), z.maximum(MAX_TIMES)),
    /** Those that fall on a statutory holiday are passed over, and the series goes on behind. */
    skipHolidays: z.boolean(),
    publish: z.boolean(),
  }),
  output: z.strictObject({
    seriesId: Id,
    items: z.array(z.strictObject({ id: Id, startsAt: Instant })),
    skipped: z.array(Instant),
  }),
  refusals: {
    ...factsRefusals,
    ...limitRefusals,
    overlapsItself: { status: 422, title: '一次还没结束，下一次就开始了；请改短，或隔久一点' },
  },
})

export const editFollowing = command('activities.editFollowing', {
  put: '/activities/:id/following',
  by: 'staff',
  summary: '修改这一次和后面各次：内容一样，时间一起挪；有一次不行就都不改',
  param,
  body: z.strictObject({ ...facts, version: Version, reason: z.optional(Reason) }),
  output: z.strictObject({ changed: z.int() }),
  refusals: {
    ...factsRefusals,
    ...limitRefusals,
    reliefPicture,
    reasonMissing,
    stale,
    notASeries,
    cancelled: { status: 409, title: '活动已取消，不能再改' },
    ended: { status: 409, title: '活动已结束，不能再改' },
    begun: { status: 409, title: '这一次已经开始，请从下一次改起' },
    capacityBelowConfirmed: { status: 409, title: '有一次的报名人数已经超过这个名额，请放宽名额，或单独改' },
  },
})

export const cancelFollowing = command('activities.cancelFollowing', {
  post: '/activities/:id/following/cancellation',
  by: 'staff',
  summary: '取消这一次和后面各次（写明原因，报名的人都会收到）；还是草稿的删除',
  param,
  body: z.strictObject({ reason: Reason }),
  output: z.strictObject({ cancelled: z.int() }),
  refusals: {
    notASeries,
    nothingLeft: { status: 409, title: '这一次和后面各次都已取消或结束' },
  },
})

export const seriesEndpoints = [createSeries, editFollowing, cancelFollowing] as const
