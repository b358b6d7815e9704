import { z } from 'zod/mini'
import { DivisionCode, Id } from '../codes.ts'
import { command, Done, query } from '../contract.ts'
import { Alt } from '../files/picture.ts'
import { Category } from './contract.ts'
import { param } from './detail-contract.ts'

const count = z.int().check(z.minimum(0))
export const afterActivity = query('activities.after', {
  get: '/activities/:id/after',
  by: 'staff',
  audience: 'staff',
  summary: '活动结束以后：来了几个人，满意的几个（评的人少于 5 个时不显示）',
  param,
  output: z.strictObject({
    confirmed: count,
    attended: count,
    /** How many said something; what, only from five on. */
    rated: count,
    ratings: z.nullable(z.strictObject({ good: count, fair: count, poor: count })),
  }),
})

export const MOST_PICTURES = 9
export const addPicture = command('activities.addPicture', {
  post: '/activities/:id/pictures',
  by: 'staff',
  summary: '加一张活动照片',
  param,
  body: z.strictObject({
    file: Id,
    alt: Alt,
    /** Everybody who can be recognised agreed. */
    agreed: z.literal(true),
    /** And of every child its guardian. */
    guardiansAgreed: z.boolean(),
  }),
  output: Done,
  refusals: {
    reliefPictures: { status: 409, title: '救助类活动不公开照片，受助的人不该被认出来' },
    notBegun: { status: 409, title: '活动开始以后才能加照片' },
    guardiansMissing: { status: 422, title: '儿童活动的照片，要孩子的监护人都同意' },
    tooMany: { status: 409, title: '最多 9 张照片，请先删去一张' },
    pictureGone: { status: 409, title: '图片放得太久，已经删去，请重新选一次' },
  },
})
export const removePicture = command('activities.removePicture', {
  delete: '/activities/:id/pictures/:file',
  by: 'staff',
  summary: '删去一张活动照片',
  param: z.strictObject({ id: Id, file: Id }),
  output: Done,
  refusals: { notThere: { status: 409, title: '这张照片已经删去了' } },
})

/** One unit, month and category; units in the order of their codes, never by numbers. */
export const FigureRow = z.strictObject({
  code: DivisionCode,
  name: z.string(),
  month: z.string(),
  category: Category,
  activities: count,
  /** Of those, where people were checked in; attendance is known of these alone. */
  counted: count,
  confirmed: count,
  attended: count,
})
export const attendanceFigures = query('activities.figures', {
  get: '/divisions/:code/activities/figures',
  by: 'staff',
  audience: 'staff',
  summary: '办了几次活动、来了多少人，按类别和月份；只列数，不排名',
  param: z.strictObject({ code: DivisionCode }),
  query: z.strictObject({ year: z.string().check(z.regex(/^20\d\d$/)) }),
  output: z.strictObject({ items: z.array(FigureRow) }),
})

export const afterStaffEndpoints = [afterActivity, addPicture, removePicture, attendanceFigures] as const
