import { purposeOf } from '@tmt/shared/residency/seat-rules.ts'
import type { Purpose } from '@tmt/shared/residency/seat-contract.ts'
import { openPlaces } from '../divisions/place-store.ts'
import { personOfPhone } from '../people/store.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Write } from '../platform/store.ts'
import { holdSeat, insertProposal, saveTotals, updateSeat } from '../residency/seat-store.ts'
import { settleHeld } from '../residency/seat-standing.ts'
import { residenciesOf } from '../residency/store.ts'
import { DONGAN } from './city.ts'
import { heads, homes, proposed, totals, units } from './homes.ts'

/** Households, units and their representatives, once the homes are there. */
export async function seedSeats(tx: Write, secrets: Secrets, worker: string, now: number) {
  const idOf = async (phone: string) => (await personOfPhone(tx, secrets, phone, now)).id
  const of = async (phone: string, purpose: Purpose) => {
    const own = await residenciesOf(tx, await idOf(phone))
    const one = own.find(({ kind, status }) => status === 'verified' && purposeOf(kind) === purpose)!
    return holdSeat(tx, one, purpose, now)
  }
  for (const phone of heads) {
    const seat = await of(phone, 'household')
    const headId = await idOf(phone)
    await updateSeat(tx, seat.id, { headId })
    await settleHeld(tx, { ...seat, headId }, now)
  }
  for (const { of: phone, ...unit } of units) {
    const seat = await of(phone, 'unit')
    await updateSeat(tx, seat.id, unit)
    await settleHeld(tx, { ...seat, ...unit }, now)
  }
  for (const { phone, status, kind } of homes) {
    const purpose = purposeOf(kind)
    if (status === 'verified' && purpose !== null) await of(phone, purpose)
  }
  const shared = await of(proposed.by, 'unit')
  await insertProposal(tx, shared.id, await idOf(proposed.to), await idOf(proposed.by), now)
  const areas = (await openPlaces(tx, DONGAN)).filter(({ kind }) => kind === 'area')
  for (const { area, units: count, total } of totals) {
    const entered = { units: count, area: total, enteredBy: worker, enteredAt: now }
    await saveTotals(tx, areas[area - 1]!.code, 0, entered)
  }
}
