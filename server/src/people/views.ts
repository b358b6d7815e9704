import type { Me } from '@tmt/shared/people/contract.ts'
import { divisionView } from '../divisions/views.ts'
import { findDivision } from '../divisions/store.ts'
import type { Read } from '../platform/store.ts'
import { consentOf } from './consent-store.ts'
import { grantsOf, type Person } from './store.ts'

export async function meView(db: Read, person: Person, now: number): Promise<Me> {
  const community = person.communityId && (await findDivision(db, person.communityId))
  return {
    id: person.id,
    phone: person.phoneMask,
    name: person.name,
    community: community ? divisionView(community) : null,
    roles: await grantsOf(db, person.id, now),
    level: person.realNameAt === null ? 'phone' : 'realName',
    privacyVersion: (await consentOf(db, person.id, 'account'))?.version ?? null,
    demo: person.demo,
  }
}
