import type { Division } from '@tmt/shared/divisions/contract.ts'
import { kindOf, levelOf, parentOf } from '@tmt/shared/divisions/rules.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import type { Me, Role } from '@tmt/shared/people/contract.ts'

export function division(code = '321202001001', name = '演示居委会'): Division {
  return { code, name, level: levelOf(code), kind: kindOf(code), parent: parentOf(code) }
}

/** Somebody who is signed in; with roles, a verified resident or staff. */
export function me(roles: Role[] = [], more: Partial<Me> = {}): Me {
  return {
    id: '01999999-0000-7000-8000-00000000000a',
    phone: '138****0001',
    name: '演示甲',
    community: division(),
    roles: roles.map((role) => ({ role, division: division(), until: null })),
    level: 'phone',
    privacyVersion: PRIVACY_VERSION,
    demo: true,
    ...more,
  }
}
