import { isAdult, purposeOf, settled } from '@tmt/shared/residency/seat-rules.ts'
import type { Happened } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'
import { representativeChanged } from './events.ts'
import {
  findSeat,
  findSeatAt,
  holdSeat,
  insertChange,
  membersAt,
  pendingOf,
  type Seat,
  settleProposal,
  updateSeat,
} from './seat-store.ts'
import type { Residency } from './store.ts'

type Tell = (happened: Happened) => void
/**
 * Brings the household or the unit of a door in step after one of its residencies came to hold or ceased to: who is
 * gone is neither head nor representative, and what was proposed of or by them falls. Where somebody spoke for the
 * others until now, they are told.
 */
export async function settleSeat(tx: Write, residency: Residency, now: number, tell: Tell = () => {}) {
  const purpose = purposeOf(residency.kind)
  if (purpose === null) return
  const { doorIndex } = residency
  // Nobody was ever verified here: nothing is made.
  const known = await findSeatAt(tx, doorIndex, purpose)
  if (!known && (await membersAt(tx, doorIndex, purpose)).length === 0) return
  const held = await holdSeat(tx, residency, purpose, now)
  await settleHeld(tx, held, now)
  const { id, communityId, representativeId } = (await findSeat(tx, held.id))!
  if (held.representativeId !== null && held.representativeId !== representativeId)
    tell(representativeChanged({ id, purpose, communityId, personId: representativeId }))
}

/** The same for a seat that the caller holds. Returns its members. */
export async function settleHeld(tx: Write, seat: Seat, now: number) {
  const { id, purpose, doorIndex } = seat
  const members = await membersAt(tx, doorIndex, purpose)
  const ofAge = (personId: string | null) =>
    members.some((one) => one.personId === personId && isAdult(one, now))
  const headId = members.some(({ personId }) => personId === seat.headId) ? seat.headId : null
  const { representativeId, how } = settled({ ...seat, members, headId }, now)
  const changed = representativeId !== seat.representativeId
  if (changed) await insertChange(tx, id, { toId: representativeId, byId: null, how: how ?? 'left' }, now)
  if (changed || headId !== seat.headId || how !== seat.how)
    await updateSeat(tx, id, { headId, representativeId, how })
  const pending = await pendingOf(tx, id)
  const falls = pending && (!ofAge(pending.toId) || !ofAge(pending.byId) || pending.toId === representativeId)
  if (falls) await settleProposal(tx, pending.id, 'lapsed', now)
  return members
}
