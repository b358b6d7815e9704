import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, Done, query } from '../contract.ts'
import { holdsMobile, isOfficePhone } from './rules.ts'

/** Whom a community sends people to: 四所 and 六会 of 《行动方案》任务 11, and who is rung most. */
export const Kind = z.enum([
  'committee',
  'grid',
  'police',
  'governance',
  'justice',
  'legalService',
  'lawyer',
  'association',
  'clinic',
  'property',
  'other',
])
export type Kind = z.output<typeof Kind>

const noMobile = z.refine<string>((s) => !holdsMobile(s), '不要写个人手机号，居民都看得到')
const facts = {
  kind: Kind,
  name: text(40, 2).check(noMobile),
  /** What one rings it for, in plain words. */
  purpose: text(200, 2).check(noMobile),
  /** `0523-00000101`, `0523-00000101-8`, `400-000-0000`, `12348`. */
  phone: z
    .string()
    .check(z.maxLength(24), z.refine(isOfficePhone, '请填办公电话，如 0523-12345678；不能填个人手机号')),
  /** When somebody answers; empty when not known. */
  hours: text(80, 0).check(noMobile),
  /** Where it is; empty when not known. */
  place: text(80, 0).check(noMobile),
}
export const OrganizationFacts = z.strictObject(facts)
export type OrganizationFacts = z.output<typeof OrganizationFacts>

const Version = z.int().check(z.minimum(1), z.maximum(2_147_483_647))
const shown = {
  id: Id,
  communityId: DivisionCode,
  kind: Kind,
  name: z.string(),
  purpose: z.string(),
  phone: z.string(),
  hours: z.string(),
  place: z.string(),
  /** When staff last made sure that it is right. */
  checkedAt: Instant,
  demo: z.boolean(),
}
export const OrganizationCard = z.strictObject(shown)
export type OrganizationCard = z.output<typeof OrganizationCard>
export const ManagedOrganization = z.strictObject({
  ...shown,
  /** How many people said since the last check that nobody answers. Who they are is shown to nobody. */
  reports: z.int(),
  /** Raised by every change of what the card says; an edit names the one it was made from. */
  version: Version,
})
export type ManagedOrganization = z.output<typeof ManagedOrganization>

/** Cards of one community: more than one reads through is no help. */
export const MAX_CARDS = 60

const param = z.strictObject({ id: Id })
const inCommunity = z.strictObject({ communityId: DivisionCode })

export const listOrganizations = query('organizations.list', {
  get: '/communities/:communityId/organizations',
  by: 'guest',
  audience: 'public',
  summary: '一个村（社区）的组织名片：找谁、办什么、办公电话',
  param: inCommunity,
  output: z.strictObject({ items: z.array(OrganizationCard) }),
})
export const managedOrganizations = query('organizations.managed', {
  get: '/communities/:communityId/organizations/managed',
  by: 'staff',
  audience: 'staff',
  summary: '组织名片（工作人员，含多少人说打不通）',
  param: inCommunity,
  output: z.strictObject({ communityName: z.string(), items: z.array(ManagedOrganization) }),
})

const exists = { status: 409, title: '本村（社区）已经有这个名称的名片，请改那一张，或换个名称' } as const
const stale = { status: 409, title: '这张名片刚改过了，请看过新内容再办' } as const

export const createOrganization = command('organizations.create', {
  post: '/communities/:communityId/organizations',
  by: 'staff',
  summary: '新建组织名片，排在最后',
  param: inCommunity,
  body: OrganizationFacts,
  output: ManagedOrganization,
  refusals: {
    exists,
    tooMany: { status: 409, title: `最多 ${MAX_CARDS} 张名片，请先撤下不用的` },
  },
})
export const editOrganization = command('organizations.edit', {
  put: '/organizations/:id',
  by: 'staff',
  summary: '修改组织名片；换了电话就算核对过',
  param,
  body: z.strictObject({ ...facts, version: Version }),
  output: ManagedOrganization,
  refusals: { exists, stale },
})
export const moveOrganization = command('organizations.move', {
  post: '/organizations/:id/moves',
  by: 'staff',
  summary: '把名片往前或往后移一位',
  param,
  body: z.strictObject({ direction: z.enum(['up', 'down']) }),
  output: Done,
  refusals: { atEnd: { status: 409, title: '已经在头上，不能再移了' } },
})
export const confirmOrganization = command('organizations.confirm', {
  post: '/organizations/:id/confirmations',
  by: 'staff',
  summary: '核对过，内容没有变；“打不通”的次数从头算',
  param,
  body: z.strictObject({ version: Version }),
  output: ManagedOrganization,
  refusals: { stale },
})
export const removeOrganization = command('organizations.remove', {
  delete: '/organizations/:id',
  by: 'staff',
  summary: '撤下组织名片',
  param,
  output: Done,
  refusals: {},
})
export const reportOrganization = command('organizations.report', {
  post: '/organizations/:id/reports',
  by: 'signedIn',
  summary: '反映电话打不通；一人一张名片算一次，核对以后重新算',
  param,
  output: Done,
  refusals: {
    alreadyReported: { status: 409, title: '您已经反映过了，工作人员核对以前不用再说；急事请拨 12345' },
  },
})
export const organizationEndpoints = [
  listOrganizations,
  managedOrganizations,
  createOrganization,
  editOrganization,
  moveOrganization,
  confirmOrganization,
  removeOrganization,
  reportOrganization,
] as const
