import type { Role } from '@tmt/shared/people/contract.ts'
import type { Organization } from '@tmt/shared/people/organization.ts'
import { openSession } from '../people/sessions.ts'
import { grantRole, personOfPhone } from '../people/store.ts'
import type { TestHouse } from './house.ts'

export type Somebody = { id: string; phone: string; token: string }
type Held = {
  role: Role
  division: string
  until?: number
  place?: string
  organization?: Organization
}

let count = 0
/** A number that nobody had yet in this process. */
export const newPhone = () => `199000${String((count += 1) + 10_000)}`

/** A person who has signed in and holds these roles; made without the API, so that no rate limit counts it. */
export async function somebody(
  house: TestHouse,
  held: Held[] = [],
  name: string | null = null,
): Promise<Somebody> {
  const [person] = await crowd(house, 1, held, name)
  return person!
}

/** So many of them. */
export async function crowd(house: TestHouse, size: number, held: Held[] = [], name: string | null = null) {
  const now = house.clock.now
  return house.store.write(async (tx) => {
    const people: Somebody[] = []
    for (let i = 0; i < size; i += 1) {
      const phone = newPhone()
      const { id } = await personOfPhone(tx, house.secrets, phone, now, { name })
      for (const { until = null, ...scope } of held)
        await grantRole(tx, { personId: id, until, ...scope }, now)
      people.push({ id, phone, token: await openSession(tx, id, '测试', now) })
    }
    return people
  })
}
