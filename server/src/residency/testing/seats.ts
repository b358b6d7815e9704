import { answerProposal, mySeats, proposeRepresentative } from '@tmt/shared/residency/seat-contract.ts'
import { eq } from 'drizzle-orm'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { holdSeat, updateSeat } from '../seat-store.ts'
import { settleHeld } from '../seat-standing.ts'
import { findResidency } from '../store.ts'
import { residencies } from '../tables.ts'
import { verifiedHome } from './residency.ts'

let doors = 0
const newDoor = () => `5单元${(doors += 1)}室`
export type Family = { door: string; people: Somebody[]; homes: string[]; seat: string }

/** A household (or the owners of a unit) of so many at a door of its own; no head is named. */
export async function family(
  house: TestHouse,
  size: number,
  { purpose = 'household', first }: { purpose?: 'household' | 'unit'; first?: Somebody } = {},
): Promise<Family> {
  const door = newDoor()
  const kind = purpose === 'unit' ? 'ownerOnly' : 'hukouAndLive'
  const people: Somebody[] = []
  const homes: string[] = []
  for (let i = 0; i < size; i += 1) {
    const one = i === 0 && first ? first : await somebody(house, [], `演示家人${doors}-${i + 1}`)
    people.push(one)
    homes.push(await verifiedHome(house, one, { door, kind }))
  }
  const seat = await seatAt(house, homes[0]!)
  return { door, people, homes, seat }
}
async function seatAt(house: TestHouse, residencyId: string) {
  const purpose = { ownerOnly: 'unit' } as const
  return house.store.write(async (tx) => {
    const one = (await findResidency(tx, residencyId))!
    const which = one.kind === 'ownerOnly' ? purpose.ownerOnly : 'household'
    return (await holdSeat(tx, one, which, house.clock.now)).id
  })
}
/** Written as a worker would, without the API. */
export async function settle(
  house: TestHouse,
  { homes }: Family,
  facts: { headId?: string; owners?: number; area?: number },
) {
  const { owners, area = 10_000, headId } = facts
  await house.store.write(async (tx) => {
    const one = (await findResidency(tx, homes[0]!))!
    const purpose = one.kind === 'ownerOnly' ? 'unit' : 'household'
    const seat = await holdSeat(tx, one, purpose, house.clock.now)
    const unit = owners === undefined ? {} : { owners, area, basis: 'register' as const }
    await updateSeat(tx, seat.id, { ...(headId && { headId }), ...unit })
    await settleHeld(tx, { ...seat, ...unit, headId: headId ?? null }, house.clock.now)
  })
}
/** From now on this member is under age, until that instant. */
export async function makeMinor(house: TestHouse, residencyId: string, until: number) {
  await house.store.write(async (tx) => {
    await tx.update(residencies).set({ adultAt: until }).where(eq(residencies.id, residencyId))
  })
}
export const propose = (house: TestHouse, id: string, by: Somebody, member: string) =>
  house.ask(proposeRepresentative, { id, member }, { token: by.token })
export async function reply(house: TestHouse, id: string, by: Somebody, agree: boolean, proposal?: string) {
  const asked = proposal ?? (await seatsOf(house, by)).find((one) => one.id === id)!.proposal!.id
  return house.ask(answerProposal, { id, proposal: asked, agree }, { token: by.token })
}
export async function seatsOf(house: TestHouse, who: Somebody) {
  return (await house.ask(mySeats, {}, { token: who.token })).body.items
}
