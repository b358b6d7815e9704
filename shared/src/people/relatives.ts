import { z } from 'zod/mini'
import { Id, Instant, Phone } from '../codes.ts'
import { command, Done, query } from '../contract.ts'

/** 近亲属: 《民法典》第一千零四十五条; `other` is who else must not be dealt with by oneself. */
export const Relation = z.enum(['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild', 'other'])
export type Relation = z.output<typeof Relation>
export const Relative = z.strictObject({
  id: Id,
  relation: Relation,
  /** Masked: `138****0001`. */
  phone: z.string(),
})
export type Relative = z.output<typeof Relative>
export const Relatives = z.strictObject({
  /** When the person last said that these are all; null as long as they never did. */
  declaredAt: z.nullable(Instant),
  items: z.array(Relative),
})
export type Relatives = z.output<typeof Relatives>
export const MAX_RELATIVES = 50

export const myRelatives = query('people.relatives', {
  get: '/me/relatives',
  by: 'staff',
  audience: 'me',
  summary: '我申报的近亲属（办事回避用）',
  output: Relatives,
})
export const addRelative = command('people.addRelative', {
  post: '/me/relatives',
  by: 'staff',
  summary: '申报一位近亲属：只记关系和手机号',
  body: z.strictObject({ relation: Relation, phone: Phone }),
  output: Relatives,
  refusals: {
    yourself: { status: 422, title: '这是您自己的手机号，请填亲属的' },
    alreadyThere: { status: 409, title: '这个手机号已经申报过' },
    tooMany: { status: 409, title: `最多申报 ${MAX_RELATIVES} 位，请先删去不用的` },
  },
})
export const removeRelative = command('people.removeRelative', {
  delete: '/me/relatives/:id',
  by: 'staff',
  summary: '删去一位申报的近亲属',
  param: z.strictObject({ id: Id }),
  output: Done,
  refusals: {},
})
export const declareRelatives = command('people.declareRelatives', {
  post: '/me/relatives/declaration',
  by: 'staff',
  summary: '声明：在本地的近亲属都申报了（没有的，声明没有）',
  output: Relatives,
  refusals: {},
})
export const relativeEndpoints = [myRelatives, addRelative, removeRelative, declareRelatives] as const
export const relationLabels: Record<Relation, string> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  other: '其他应当回避的亲属',
}
