import { isAdult, purposeOf, settled } from '@tmt/shared/residency/seat-rules.ts'
import type { Write } from '../platform/store.ts'
import {
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

/**
 * Brings the household or the unit of a door in step after one of its residencies came to hold or ceased to: who is
 * gone is neither head nor representative, and what was proposed of or by them falls.
 */
export async function settleSeat(tx: Write, residency: Residency, now: number) {
  const purpose = purposeOf(residency.kind)
  if (purpose === null) return
  const { doorIndex } = residency
  // Nobody was ever verified here: nothing is made.
  const known = await findSeatAt(tx, doorIndex, purpose)
  if (!known && (await membersAt(tx, doorIndex, purpose)).length === 0) return
  await settleHeld(tx, await holdSeat(tx, residency, purpose, now), now)
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
