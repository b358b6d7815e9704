import type { Due } from '@tmt/shared/due.ts'
import { beyondOf } from '@tmt/shared/divisions/rules.ts'
import { kindLabels } from '@tmt/shared/residency/labels.ts'
import { dueOf } from '@tmt/shared/residency/rules.ts'
import { obstacleToAgree, purposeOf } from '@tmt/shared/residency/seat-rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { boundsOf, isStaffOf, worksIn } from '../people/policy.ts'
import type { MineDue, StaffDue } from '../platform/due.ts'
import type { Read } from '../platform/store.ts'
import { countWaiting, listWaiting, type Told } from './due-store.ts'
import { answersTo, findSeatAt, membersAt, pendingOf } from './seat-store.ts'
import { type Residency, residenciesOf } from './store.ts'
import { placeNameOf } from './views.ts'

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
      title: `核验住处：${placeNameOf(row)}`,
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

/** The seat in which a proposal waits for this person's word; undefined where none does. */
async function seatToAnswer(db: Read, { personId, kind, status, doorIndex }: Residency, now: number) {
  const purpose = purposeOf(kind)
  if (purpose === null || status !== 'verified') return undefined
  const seat = await findSeatAt(db, doorIndex, purpose)
  const pending = seat && (await pendingOf(db, seat.id))
  if (!pending) return undefined
  const members = await membersAt(db, doorIndex, purpose)
  const answered = await answersTo(db, pending.id)
  const asked = { ...seat, members, by: pending.byId!, me: personId, answered }
  return obstacleToAgree(asked, now) === null ? seat : undefined
}
const wants = {
  needMore: { kind: 'homeNeedMore', note: '社区要您补充，改好后再交一次' },
  ending: { kind: 'homeEnding', note: '一年一次，请确认还是这样' },
  expired: { kind: 'homeExpired', note: '一年没有确认，已经过期，请再交社区核验一次' },
} as const

/** What waits for an answer, what wants something from the person, and what ends within a month. */
export const residencyMineDue: MineDue = async (db, { personId, now }) => {
  const due: Due[] = []
  for (const row of await residenciesOf(db, personId)) {
    const { id, communityId, changedAt: since, status } = row
    const what = { id, communityId, title: placeNameOf(row), since }
    const wanted = dueOf(row, now)
    if (status === 'pending')
      due.push({ ...what, kind: 'homePending', note: '已交给社区，等核验', until: row.dueAt })
    if (wanted) due.push({ ...what, ...wants[wanted], until: wanted === 'ending' ? row.confirmBy : null })
    const seat = await seatToAnswer(db, row, now)
    if (seat)
      due.push({
        ...what,
        id: seat.id,
        kind: 'seatAnswer',
        note: '家人或共有人提出换代表，请您表态',
        until: null,
      })
  }
  return due
}
