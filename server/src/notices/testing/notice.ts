import type { NoticeFacts } from '@tmt/shared/notices/contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { DONGAN } from '../../demo/city.ts'
import { personOfPhone } from '../../people/store.ts'
import type { TestHouse } from '../../testing/house.ts'
import { insertNotice } from '../store.ts'

/** What a worker fills in: water off in two hours for three, listed until tomorrow. */
export function factsFrom(now: number, changes: Partial<NoticeFacts> = {}): NoticeFacts {
  return {
    kind: 'outage',
    title: '3号楼停水',
    body: '抢修主管，请提前存水。',
    startsAt: now + 2 * HOUR,
    endsAt: now + 5 * HOUR,
    validUntil: now + DAY,
    urgent: false,
    pinned: false,
    phone: '0523-00000101',
    ...changes,
  }
}

type Posted = Partial<NoticeFacts> & { division?: string; publish?: boolean }
/** A notice, made without the API so that no rate limit counts it; published unless it says otherwise. */
export async function postNotice(house: TestHouse, changes: Posted = {}) {
  const { division = DONGAN, publish = true, ...facts } = changes
  const { now } = house.clock
  return house.store.write(async (tx) => {
    const author = await personOfPhone(tx, house.secrets, '19900000003', now)
    return insertNotice(tx, { ...factsFrom(now, facts), division, publish, createdBy: author.id }, now)
  })
}
