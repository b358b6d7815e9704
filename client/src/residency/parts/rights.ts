import type { Me } from '@tmt/shared/people/contract.ts'
import { staffGrants } from '../../platform/session.ts'

/** Who verifies in a community, as far as buttons are drawn: the server judges, grid by grid. */
export function canVerify(me: Me | null, communityId: string, now: number) {
  return staffGrants(me, now).some(
    ({ role, division }) => (role === 'worker' || role === 'grid') && division.code === communityId,
  )
}
/** The communities in which this person has to do with residencies; the committee reads. */
export function communitiesOf(me: Me | null, now: number) {
  return staffGrants(me, now)
    .filter(({ role }) => role === 'worker' || role === 'grid' || role === 'committee')
    .map(({ division }) => division.code)
}
