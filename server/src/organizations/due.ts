import { beyondOf } from '@tmt/shared/divisions/rules.ts'
import { isStaffOf } from '../people/policy.ts'
import type { StaffDue } from '../platform/due.ts'
import { countChecks, listChecks } from './due-store.ts'

/** Cards that somebody could not reach, and those whose year is nearly over. */
export const organizationStaffDue: StaffDue = {
  async list(db, { actor, communityId, now, after, limit }) {
    if (!isStaffOf(actor, { communityId })) return []
    const cards = await listChecks(db, communityId, now, after, limit)
    return cards.map(({ id, name, reportedAt, checkedAt, until }) => ({
      kind: 'cardCheck',
      id,
      communityId,
      title: `核对电话：${name}`,
      note: reportedAt ? '有人说打不通' : '一年核对一次',
      until,
      since: reportedAt || checkedAt,
    }))
  },
  counts: async (db, { actor, scope, now }) =>
    isStaffOf(actor, { communityId: scope })
      ? countChecks(db, { first: scope, beyond: beyondOf(scope) }, now)
      : [],
}
