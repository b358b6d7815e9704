import type { Due } from '@tmt/shared/due.ts'
import { beyondOf } from '@tmt/shared/divisions/rules.ts'
import { kindLabels } from '@tmt/shared/residency/labels.ts'
import { CONFIRM_AHEAD } from '@tmt/shared/residency/rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { boundsOf, isStaffOf, worksIn } from '../people/policy.ts'
import type { MineDue, StaffDue } from '../platform/due.ts'
import { countWaiting, listUnsettled, listWaiting, type Told } from './due-store.ts'

const where = ({ areaName, placeName }: Told) => (areaName === null ? placeName : `${areaName} ${placeName}`)
const handedIn = ({ submittedAt }: Told) =>
  submittedAt === null ? '' : ` · ${sayTime(submittedAt, submittedAt)} 交来`

/** Homes that wait to be verified: all of a community for its staff, their own grids for grid workers. */
export const residencyStaffDue: StaffDue = {
  async list(db, { actor, communityId, after, limit }) {
    if (!worksIn(actor, { communityId })) return []
    const grids = boundsOf(actor, { communityId })
    const rows = await listWaiting(db, { communityId, grids, after, limit })
    return rows.map((row) => ({
      kind: 'homeClaim',
      id: row.id,
      communityId,
      title: `核验住处：${where(row)}`,
      note: `${kindLabels[row.kind]}${handedIn(row)}`,
      until: row.dueAt,
      since: row.submittedAt ?? row.changedAt,
    }))
  },
  async counts(db, { actor, scope, now }) {
    const range = { first: scope, beyond: beyondOf(scope) }
    if (isStaffOf(actor, { communityId: scope })) return countWaiting(db, { ...range, grids: null }, now)
    const grids = boundsOf(actor, { communityId: scope })
    return countWaiting(db, { ...range, grids }, now)
  },
}

function forMe(row: Told): Due {
  const what = { id: row.id, communityId: row.communityId, title: where(row), since: row.changedAt }
  switch (row.status) {
    case 'pending':
      return { kind: 'homePending', ...what, note: '已交给社区，等核验', until: row.dueAt }
    case 'needMore':
      return { kind: 'homeNeedMore', ...what, note: '社区要您补充，点开看要什么', until: null }
    case 'verified':
      return { kind: 'homeEnding', ...what, note: '请确认您还在这里，一年一次', until: row.confirmBy }
    default:
      return { kind: 'homeExpired', ...what, note: '一年没有确认，已经过期，要再核验一次', until: null }
  }
}
/** What waits for an answer, what wants something from the person, and what ends within a month. */
export const residencyMineDue: MineDue = async (db, { personId, now, limit }) =>
  (await listUnsettled(db, personId, now + CONFIRM_AHEAD, limit)).map(forMe)
