import { z } from 'zod/mini'
import { Id, Instant, text } from '../codes.ts'
import { command, Done, query } from '../contract.ts'
import { PrivacyVersion } from '../people/privacy-version.ts'

/** What whoever signs a child up is to it. */
export const ChildRelation = z.enum(['parent', 'grandparent', 'guardian'])
export type ChildRelation = z.output<typeof ChildRelation>

/** `2019-03-05` */
const Birthday = z.string().check(z.regex(/^(19|20)\d\d-\d\d-\d\d$/))

export const Child = z.strictObject({
  id: Id,
  name: z.string(),
  born: Birthday,
  relation: ChildRelation,
  consentAt: Instant,
  /** Of the privacy notice. */
  consentVersion: PrivacyVersion,
})
export type Child = z.output<typeof Child>

/** How many one guardian may have here. */
export const MOST_CHILDREN = 8

export const listChildren = query('activities.children', {
  get: '/me/children',
  by: 'signedIn',
  audience: 'me',
  summary: '我登记的孩子（没有自己账号的）',
  output: z.strictObject({ items: z.array(Child) }),
})

export const addChild = command('activities.addChild', {
  post: '/me/children',
  by: 'signedIn',
  summary: '登记自己的孩子，好替孩子报名',
  sensitive: true,
  ownAccount: true,
  body: z.strictObject({
    name: text(20),
    born: Birthday,
    relation: ChildRelation,
    /** That whoever registers it is its guardian, and agrees that it comes to activities (《民法典》第十九条、第二十条). */
    consent: z.boolean(),
    /** Under fourteen, that its data are used, asked by itself (《个人信息保护法》第三十一条). */
    dataConsent: z.boolean(),
  }),
  output: Child,
  refusals: {
    noSuchDay: { status: 422, title: '请看看出生日期，日历上要有这一天，也不能晚于今天' },
    grownUp: { status: 422, title: '已满 18 周岁的，请本人登录报名' },
    consentMissing: { status: 422, title: '请先确认您是监护人，并同意孩子参加活动' },
    dataConsentMissing: { status: 422, title: '未满 14 周岁的，请再单独同意我们使用孩子的信息' },
    tooMany: { status: 409, title: `最多登记 ${MOST_CHILDREN} 个孩子，可以先删去不再需要的` },
  },
})

export const removeChild = command('activities.removeChild', {
  delete: '/me/children/:id',
  by: 'signedIn',
  summary: '删去一个孩子的登记，同时撤回同意',
  ownAccount: true,
  param: z.strictObject({ id: Id }),
  output: Done,
  refusals: {
    stillListed: { status: 409, title: '孩子还在活动名单上，请先取消孩子的报名' },
  },
})

export const childEndpoints = [listChildren, addChild, removeChild] as const
