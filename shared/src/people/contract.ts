import { z } from 'zod/mini'
import { DivisionCode, Id, Instant, text } from '../codes.ts'
import { command, query } from '../contract.ts'
import { Division } from '../divisions/contract.ts'
import { Organization } from './organization.ts'
import { PrivacyVersion } from './privacy-version.ts'

/** The roles of 《领域规格》 §2.1 that exist so far. Each is scoped to one division and ends by itself. */
export const Role = z.enum([
  'resident',
  'grid',
  'worker',
  'committee',
  'town',
  'district',
  'city',
  'dpo',
  'organization',
])
export type Role = z.output<typeof Role>

/** Whether the role is of somebody who works for the administration; residents and organisations do not. */
export const isStaffRole = (role: Role) => role !== 'resident' && role !== 'organization'

export const RoleGrant = z.strictObject({
  role: Role,
  division: Division,
  until: z.nullable(Instant),
  /** Whom somebody with the role `organization` speaks for. */
  organization: z.optional(Organization),
})
export type RoleGrant = z.output<typeof RoleGrant>

/** How well the person is known: by a number that was proved, or by a verified name as well. */
export const Level = z.enum(['phone', 'realName'])
export type Level = z.output<typeof Level>

export const Me = z.strictObject({
  id: Id,
  /** `138****0001` */
  phone: z.string(),
  /** As the person is called on a roster; null until known. */
  name: z.nullable(z.string()),
  community: z.nullable(Division),
  roles: z.array(RoleGrant),
  level: Level,
  /** The privacy notice that the person last agreed to; null as long as there is none. */
  privacyVersion: z.nullable(PrivacyVersion),
  demo: z.boolean(),
})
export type Me = z.output<typeof Me>

export const getMe = query('people.me', {
  get: '/me',
  by: 'signedIn',
  audience: 'me',
  summary: '我的账号、社区与身份',
  output: Me,
})

export const chooseCommunity = command('people.chooseCommunity', {
  put: '/me/community',
  by: 'signedIn',
  ownAccount: true,
  summary: '选择我的村、社区',
  body: z.strictObject({ communityId: DivisionCode }),
  output: Me,
  refusals: {
    notACommunity: { status: 422, title: '请选到具体的村或社区' },
    confined: { status: 403, title: '审核体验的账号只在演示社区里用，不能换' },
  },
})

export const setName = command('people.setName', {
  put: '/me/name',
  by: 'signedIn',
  ownAccount: true,
  summary: '我的称呼：写在报名名单上',
  body: z.strictObject({ name: text(20) }),
  output: Me,
  refusals: {},
})

export const peopleEndpoints = [getMe, chooseCommunity, setName] as const
