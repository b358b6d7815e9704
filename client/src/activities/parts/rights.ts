import { isWithin } from '@tmt/shared/divisions/rules.ts'
import type { Me, Role } from '@tmt/shared/people/contract.ts'
import { staffGrants } from '../../platform/session.ts'

/** What this person may do for a community's activities. It only decides which buttons are drawn: the server judges. */
export function rightsOver(me: Me | null, communityId: string, now: number) {
  const holds = (...roles: Role[]) =>
    staffGrants(me, now).some(
      (grant) => roles.includes(grant.role) && isWithin(communityId, grant.division.code),
    )
  return {
    /** Write, change and discard drafts. */
    write: holds('worker'),
    /** Let it out, take it back, and read who signed up. */
    publish: holds('worker', 'committee'),
  }
}
