import type { Seat as Shown, SeatProposal } from '@tmt/shared/residency/seat-contract.ts'
import { agreementOf, isAdult, obstacleToAgree } from '@tmt/shared/residency/seat-rules.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read } from '../platform/store.ts'
import { answersTo, historyOf, pendingOf, type Seat } from './seat-store.ts'
import type { Residency } from './store.ts'
import { nameOf, placeNameOf } from './views.ts'

/** A seat as its members and those who verify see it; it has at least one member. */
export async function seatView(
  db: Read,
  secrets: Secrets,
  seat: Seat,
  members: readonly Residency[],
  me: string,
  now: number,
): Promise<Shown> {
  const { id, purpose, communityId, headId, representativeId, area, basis, owners, version, demo } = seat
  // As the reader themself has written the door, where they live there.
  const own = members.find(({ personId }) => personId === me) ?? members[0]!
  const history = await historyOf(db, id)
  return {
    id,
    purpose,
    communityId,
    communityName: own.communityName,
    placeName: placeNameOf(own),
    door: secrets.unseal(own.doorSealed),
    members: members.map((one) => ({
      id: one.id,
      name: nameOf(one),
      me: one.personId === me,
      head: one.personId === headId,
      representative: one.personId === representativeId,
      minor: !isAdult(one, now),
    })),
    unit: area === null || basis === null || owners === null ? null : { area, basis, owners },
    proposal: await proposalView(db, seat, members, me, now),
    history: history.map(({ at, how, name, phone }) => ({
      at,
      how,
      name: phone === null ? null : nameOf({ name, phone }),
    })),
    version,
    demo,
  }
}
async function proposalView(
  db: Read,
  seat: Seat,
  members: readonly Residency[],
  me: string,
  now: number,
): Promise<SeatProposal | null> {
  const pending = await pendingOf(db, seat.id)
  const to = members.find(({ personId }) => personId === pending?.toId)
  const by = members.find(({ personId }) => personId === pending?.byId)
  if (!pending || !to || !by) return null
  const answered = await answersTo(db, pending.id)
  const asked = { ...seat, members, by: by.personId, answered }
  const { agreed, needed } = agreementOf(asked, now)
  return {
    id: pending.id,
    toName: nameOf(to),
    byName: nameOf(by),
    at: pending.at,
    agreed,
    needed,
    obstacle: obstacleToAgree({ ...asked, me }, now),
  }
}
