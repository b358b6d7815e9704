import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { Role } from '@tmt/shared/people/contract.ts'
import { describe, expect, test } from 'vitest'
import type { Actor, Scope } from '../platform/actor.ts'
import { communitiesOf, isStaffOf, mayPublishFor, maySeePersonsOf, mayWriteFor } from './policy.ts'

/** What each role may do within its scope (《领域规格》 §2.3, the line 活动). */
const actions = {
  isStaffOf: { does: isStaffOf, roles: ['worker', 'committee', 'town', 'district', 'city'] },
  mayWriteFor: { does: mayWriteFor, roles: ['worker'] },
  mayPublishFor: { does: mayPublishFor, roles: ['worker', 'committee'] },
  maySeePersonsOf: { does: maySeePersonsOf, roles: ['worker', 'committee'] },
}
/** A scope, and which of the communities below lie in it: written down, not reckoned. */
const communities = ['321202001002', '321202001204', '321202002001', '321203001001']
const scopes: Record<string, string[]> = {
  '321202001002': ['321202001002'],
  '321202001204': ['321202001204'],
  '321202001000': ['321202001002', '321202001204'],
  '321202002000': ['321202002001'],
  '321202000000': ['321202001002', '321202001204', '321202002001'],
  '321203000000': ['321203001001'],
  '321200000000': communities,
}
const actorOf = (roles: Scope[]): Actor => ({
  personId: 'p',
  sessionId: 's',
  roles,
  address: '127.0.0.1',
})

describe.each(Object.entries(actions))('%s', (_name, { does, roles }) => {
  test.each(Role.options)('%s', (role) => {
    for (const [division, inside] of Object.entries(scopes)) {
      const allowed = communities.filter((communityId) =>
        does(actorOf([{ role, division }]), { communityId }),
      )
      expect([division, allowed]).toEqual([division, roles.includes(role) ? inside : []])
    }
  })

  test('nobody without a role', () => {
    expect(communities.filter((communityId) => does(actorOf([]), { communityId }))).toEqual([])
  })

  test('roles are not added up across scopes: each reaches as far as it would alone', () => {
    const pairs = Role.options.flatMap((a) => Role.options.map((b) => [a, b] as const))
    for (const [a, b] of pairs) {
      const held = [
        { role: a, division: '321202001002' },
        { role: b, division: '321203000000' },
      ]
      const both = communities.filter((communityId) => does(actorOf(held), { communityId }))
      const alone = communities.filter((communityId) =>
        held.some((one) => does(actorOf([one]), { communityId })),
      )
      expect(both).toEqual(alone)
    }
  })
})

test('a resident of communities is a resident there and nowhere else', () => {
  const roles: Scope[] = [
    { role: 'resident', division: '321202001002' },
    { role: 'worker', division: '321202001204' },
    { role: 'resident', division: '321203001001' },
  ]
  expect(communitiesOf(actorOf(roles))).toEqual(['321202001002', '321203001001'])
  expect(communitiesOf(actorOf([]))).toEqual([])
  expect(communities.map(levelOf)).toEqual(communities.map(() => 'community'))
})
