import { listActivities } from '@tmt/shared/activities/contract.ts'
import { mySignups, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN } from './demo/city.ts'
import { openHouse, type TestHouse } from './testing/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('a resident finds an activity, signs up, and finds it among the own sign-ups', async () => {
  const token = await house.signIn('resident')
  const me = await house.ask(getMe, {}, { token })
  expect(me.body).toMatchObject({
    phone: '199****0001',
    community: { code: DONGAN },
    roles: [{ role: 'resident' }],
  })

  const list = await house.ask(listActivities, { division: DONGAN })
  expect(list.status).toBe(200)
  const open = list.body.items.find((a) => a.title.includes('智能手机'))!
  const signup = await house.ask(signUp, { id: open.id }, { token })
  expect(signup.body).toEqual({ activityId: open.id, status: 'confirmed', at: house.clock.now })

  const again = await house.ask(listActivities, { division: DONGAN })
  expect(again.body.items.find((a) => a.id === open.id)?.confirmed).toBe(open.confirmed + 1)
  const mine = await house.ask(mySignups, {}, { token })
  expect(mine.body.items[0]?.activity.id).toBe(open.id)
})
