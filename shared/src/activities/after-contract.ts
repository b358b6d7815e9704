import { z } from 'zod/mini'
import { Id, Instant } from '../codes.ts'
import { command, Done, query } from '../contract.ts'
import { Picture } from '../files/picture.ts'
import { param } from './detail-contract.ts'

export const Rating = z.enum(['good', 'fair', 'poor'])
export type Rating = z.output<typeof Rating>

export const myAfter = query('activities.myAfter', {
  get: '/activities/:id/after/mine',
  by: 'signedIn',
  audience: 'me',
  summary: '活动结束以后：我来了没有，觉得怎么样',
  param,
  output: z.strictObject({ came: z.boolean(), rating: z.nullable(Rating), rateUntil: Instant }),
})

export const rate = command('activities.rate', {
  put: '/activities/:id/rating',
  by: 'signedIn',
  summary: '满意不满意（来过的人，结束后 7 天内可以改）',
  param,
  body: z.strictObject({ rating: Rating }),
  output: Done,
  refusals: {
    notOver: { status: 409, title: '活动还没结束，结束以后再评' },
    notThere: { status: 403, title: '签过到的人才能评；来过却没签上，请打电话告诉社区' },
    rateClosed: { status: 409, title: '结束已满 7 天，不能再评；有话请打电话告诉社区' },
  },
})

export const myStanding = query('activities.myStanding', {
  get: '/me/attendance',
  by: 'signedIn',
  audience: 'me',
  summary: '我报了名没有去的活动，和报名时会怎样',
  output: z.strictObject({
    standing: z.enum(['good', 'hint', 'confirm']),
    missed: z.array(z.strictObject({ activityId: Id, title: z.string(), at: Instant })),
  }),
})

export const listPictures = query('activities.pictures', {
  get: '/activities/:id/pictures',
  by: 'guest',
  audience: 'public',
  summary: '活动照片（照片上的人都同意了）',
  param,
  output: z.strictObject({ items: z.array(Picture) }),
})

export const afterEndpoints = [myAfter, rate, myStanding, listPictures] as const
