import { representativeLabels } from '@tmt/shared/residency/seat-labels.ts'
import type { Purpose } from '@tmt/shared/residency/seat-contract.ts'
import { sayDecided, whyOf } from '@tmt/shared/residency/told.ts'
import { tellAll, tellPerson } from '../messages/tell.ts'
import { type Reaction, when } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'
import { findPlace } from '../divisions/place-store.ts'
import {
  representativeChanged,
  representativeProposed,
  residencyDecided,
  residencyEnding,
  residencyExpired,
  residencyRevoked,
  residencyUrged,
} from '../residency/events.ts'
import { findSeat } from '../residency/seat-store.ts'
import { findResidency } from '../residency/store.ts'
import { placeNameOf } from '../residency/views.ts'

/** The building or group without the door: what is told may be read over somebody's shoulder. */
async function placeOf(tx: Write, id: string) {
  return placeNameOf((await findResidency(tx, id))!)
}
const home = (id: string) => ({ kind: 'residency', id }) as const
const seat = (id: string) => ({ kind: 'seat', id }) as const
async function seatParams(tx: Write, id: string, purpose: Purpose) {
  const { placeCode } = (await findSeat(tx, id))!
  const place = (await findPlace(tx, placeCode))!.name
  return { place, role: representativeLabels[purpose] }
}

/** Whoever lives somewhere is told what becomes of it, and of their household or unit. */
export const residencyTellings: readonly Reaction[] = [
  when(residencyDecided, async (tx, { id, personId, ...decided }, now) => {
    const params = { place: await placeOf(tx, id), ...sayDecided(decided, now) }
    const key = `residency.decided/${id}/${now}`
    await tellPerson(tx, personId, { template: 'residencyDecided', params, about: home(id), key }, now)
  }),
  when(residencyRevoked, async (tx, { id, personId, reason, note }, now) => {
    const params = { place: await placeOf(tx, id), reason: whyOf(reason, note) }
    const key = `residency.revoked/${id}/${now}`
    await tellPerson(tx, personId, { template: 'residencyRevoked', params, about: home(id), key }, now)
  }),
  when(residencyUrged, async (tx, { id, personId, dueAt }, now) => {
    const params = { place: await placeOf(tx, id) }
    const key = `residency.urged/${id}/${dueAt}`
    await tellPerson(tx, personId, { template: 'residencyUrged', params, about: home(id), key }, now)
  }),
  when(residencyEnding, async (tx, { id, personId, confirmBy }, now) => {
    const params = { place: await placeOf(tx, id), confirmBy }
    const key = `residency.ending/${id}/${confirmBy}`
    await tellPerson(tx, personId, { template: 'residencyEnding', params, about: home(id), key }, now)
  }),
  when(residencyExpired, async (tx, { id, personId }, now) => {
    const params = { place: await placeOf(tx, id) }
    const key = `residency.expired/${id}/${now}`
    await tellPerson(tx, personId, { template: 'residencyExpired', params, about: home(id), key }, now)
  }),
  when(representativeProposed, async (tx, { id, personId, purpose, proposal }, now) => {
    const params = await seatParams(tx, id, purpose)
    const key = `residency.proposed/${proposal}/${personId}`
    await tellPerson(tx, personId, { template: 'seatProposed', params, about: seat(id), key }, now)
  }),
  when(representativeChanged, async (tx, { id, purpose }, now) => {
    const params = await seatParams(tx, id, purpose)
    const to = { name: 'residency.seatMembers', of: id } as const
    const key = `residency.representative/${id}/${now}`
    await tellAll(tx, to, { template: 'seatChanged', params, about: seat(id), key }, now)
  }),
]
