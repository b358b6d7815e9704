import { checkinDesk } from '@tmt/shared/activities/checkin-staff-contract.ts'
import { myCheckin } from '@tmt/shared/activities/checkin-contract.ts'
import type { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import type { TestHouse } from '../../testing/house.ts'
import { type Somebody, somebody } from '../../testing/somebody.ts'
import { insertAttendances, saveModes } from '../attendance-store.ts'
import { confirm } from '../signup-store.ts'
import { post } from './activity.ts'

export const PLACE = { lat: 32.4555, lng: 119.9229 }
export const aWorker = (house: TestHouse) => somebody(house, [{ role: 'worker', division: DONGAN }])
export const placesOf = async (house: TestHouse, id: string, who: Somebody) =>
  (await house.ask(myCheckin, { id }, { token: who.token })).body.places
export const placeOf = async (house: TestHouse, id: string, who: Somebody) =>
  (await placesOf(house, id, who))[0]!
export const deskOf = async (house: TestHouse, id: string, worker: Somebody) =>
  (await house.ask(checkinDesk, { id }, { token: worker.token })).body

type Held = Partial<ActivityFacts> & { who?: Somebody; minutes?: number }
/** An activity that `who` signed up for, made as begun so many minutes ago; all four ways are chosen. */
export async function begun(house: TestHouse, { who, minutes = 5, ...facts }: Held = {}) {
  const { now } = house.clock
  const startsAt = now - minutes * MINUTE
  const times = { startsAt, endsAt: startsAt + 2 * HOUR, signupClosesAt: now + 1 }
  const id = await post(house, { ...times, gcj02: PLACE, ...facts })
  const worker = await aWorker(house)
  await house.store.write((tx) =>
    saveModes(tx, id, { modes: ['code', 'scan', 'geo', 'hand'], setBy: worker.id }, now),
  )
  if (who) await join(house, id, who)
  return id
}
export async function join(house: TestHouse, id: string, who: Somebody) {
  await house.store.write(async (tx) => void (await confirm(tx, id, who.id, house.clock.now)))
}
/** Somebody's place, and that they were there. */
export async function wasThere(house: TestHouse, id: string, who: Somebody) {
  const { signupId } = await placeOf(house, id, who)
  const { now } = house.clock
  await house.store.write((tx) =>
    insertAttendances(tx, [{ signupId, activityId: id, how: 'hand', recordedBy: null, at: now }], now),
  )
  return signupId
}
