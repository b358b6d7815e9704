import { isWithin } from '@tmt/shared/divisions/rules.ts'
import type { Me, Role } from '@tmt/shared/people/contract.ts'
import { staffGrants } from '../../platform/session.ts'

/** What this person may do with a community's claims. It only decides what is drawn: the server judges. */
export function rightsOver(me: Me | null, communityId: string, now: number) {
  const holds = (...roles: Role[]) =>
    staffGrants(me, now).some(
      (grant) => roles.includes(grant.role) && isWithin(communityId, grant.division.code),
    )
  return { see: holds('worker', 'grid', 'committee'), verify: holds('worker', 'grid') }
}
/** The community worked for: the one in the address, the one worked for last, the first. */
export function workedFor(me: Me | null, now: number, place: string | null, asked: string | undefined) {
  if (asked !== undefined) return asked
  const codes = staffGrants(me, now)
    .filter(({ division }) => division.level === 'community')
    .map(({ division }) => division.code)
  return codes.find((code) => code === place) ?? codes[0]
}
