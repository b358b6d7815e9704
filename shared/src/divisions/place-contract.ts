import { z } from 'zod/mini'
import { DivisionCode, text } from '../codes.ts'
import { command, query } from '../contract.ts'

/** Below the community: 小区, 网格, 微网格, 楼栋 and 村民小组. */
export const PlaceKind = z.enum(['area', 'grid', 'microGrid', 'building', 'group'])
export type PlaceKind = z.output<typeof PlaceKind>
/** A code of our own (place-rules.ts): `321202001002-B0001`, `321202001002-001-002`. */
export const PlaceCode = z.string().check(z.regex(/^3212\d{8}-(\d{3}(-\d{3})?|P\d{6}|B\d{4})$/))

export const Place = z.strictObject({
  code: PlaceCode,
  kind: PlaceKind,
  /** `3号楼`, `第二村民小组` */
  name: z.string(),
  /** The grid or micro-grid that looks after a building or a group; the grid of a micro-grid. */
  grid: z.nullable(PlaceCode),
  /** The 小区 that a building stands in. */
  area: z.nullable(PlaceCode),
})
export type Place = z.output<typeof Place>
const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647))
export const ManagedPlace = z.strictObject({
  ...Place.shape,
  closed: z.boolean(),
  version: Version,
  demo: z.boolean(),
})
export type ManagedPlace = z.output<typeof ManagedPlace>

const community = z.strictObject({ communityId: DivisionCode })
const param = z.strictObject({ code: PlaceCode })
const facts = {
  name: text(30),
  grid: z.optional(PlaceCode),
  area: z.optional(PlaceCode),
}
const factsRefusals = {
  nameTaken: { status: 409, title: '这里已经有一个同名的，请换个名称' },
  wrongParent: { status: 422, title: '所属的小区或网格不对，请从本村（社区）在用的里面选' },
} as const
const stale = { status: 409, title: '这一条刚被同事改过，请刷新后再改' } as const

export const listPlaces = query('divisions.places', {
  get: '/communities/:communityId/places',
  by: 'guest',
  audience: 'public',
  summary: '一个村（社区）的小区、网格、楼栋、村民小组',
  param: community,
  output: z.strictObject({ items: z.array(Place) }),
})
export const managedPlaces = query('divisions.managedPlaces', {
  get: '/communities/:communityId/places/managed',
  by: 'staff',
  audience: 'staff',
  summary: '小区、网格、楼栋、村民小组，含停用的',
  param: community,
  output: z.strictObject({ items: z.array(ManagedPlace) }),
})
export const addPlace = command('divisions.addPlace', {
  post: '/communities/:communityId/places',
  by: 'staff',
  summary: '新增小区、网格、楼栋或村民小组',
  param: community,
  body: z.strictObject({ ...facts, kind: PlaceKind }),
  output: ManagedPlace,
  refusals: {
    ...factsRefusals,
    tooMany: { status: 409, title: '这一类的编号用完了，请联系市里的管理员' },
  },
})
export const changePlace = command('divisions.changePlace', {
  put: '/places/:code',
  by: 'staff',
  summary: '改名称，改所属的小区、网格',
  param,
  body: z.strictObject({ ...facts, version: Version }),
  output: ManagedPlace,
  refusals: { ...factsRefusals, stale, closed: { status: 409, title: '已经停用，请先恢复再改' } },
})
export const closePlace = command('divisions.closePlace', {
  put: '/places/:code/closure',
  by: 'staff',
  summary: '停用，或恢复使用',
  param,
  body: z.strictObject({ closed: z.boolean(), version: Version }),
  output: ManagedPlace,
  refusals: {
    ...factsRefusals,
    stale,
    notEmpty: { status: 409, title: '下面还有在用的楼栋、小组或微网格，请先停用或改归别处' },
  },
})
export const placeEndpoints = [listPlaces, managedPlaces, addPlace, changePlace, closePlace] as const
