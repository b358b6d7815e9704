import { HOUR } from '@tmt/shared/time.ts'
import type { TestHouse } from '../../testing/house.ts'
import { newId } from '../../platform/ids.ts'
import { listMine } from '../store.ts'
import { type Telling, tellPerson } from '../tell.ts'

/** A message that an activity was called off which was to begin in so long. */
export function telling(house: TestHouse, more: Partial<Telling> = {}, startsIn = 3 * HOUR): Telling {
  const id = newId(house.clock.now)
  const startsAt = house.clock.now + startsIn
  const params = { title: '剪纸课', place: '活动室', startsAt, endsAt: startsAt + HOUR, reason: '有大雨' }
  return {
    template: 'activityCancelled',
    params,
    about: { kind: 'activity', id },
    key: `test/${id}`,
    ...more,
  }
}
/** Tells a person something, without the API; the message's id. */
export async function tellSomething(house: TestHouse, personId: string, one = telling(house)) {
  await house.store.write((tx) => tellPerson(tx, personId, one, house.clock.now))
  const [latest] = await listMine(house.store.read, personId, undefined)
  return latest!.message.id
}
