import { isWithin, levelOf } from '@tmt/shared/divisions/rules.ts'
import { noticeRoles } from '@tmt/shared/notices/staff-rules.ts'
import type { Me } from '@tmt/shared/people/contract.ts'
import { staffGrants } from '../../platform/session.ts'

/** What this person may do with a unit's notices. It only decides which buttons are drawn: the server judges. */
export function rightsOver(me: Me | null, division: string, now: number) {
  const grants = staffGrants(me, now).filter((grant) => isWithin(division, grant.division.code))
  const holds = (what: keyof typeof noticeRoles) =>
    grants.some(({ role }) => noticeRoles[what][levelOf(division)].includes(role))
  return { write: holds('write'), publish: holds('publish'), withdraw: holds('withdraw') }
}
