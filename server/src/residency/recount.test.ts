import { claimResidency, myResidencies } from '@tmt/shared/residency/contract.ts'
import { atShanghai, DAY } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { yearLoaded } from '../calendar/events.ts'
import { saveYear } from '../calendar/store.ts'
import { openSession } from '../people/sessions.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { homeFrom } from './testing/residency.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('what was counted through a year that nobody knew is counted again once its days off are loaded', async () => {
  // A Wednesday. Thursday, Friday (as long as nobody knows that it is New Year), Monday.
  house.clock.now = atShanghai(2026, 12, 30, 10)
  const me = await somebody(house)
  const token = await house.store.write((tx) => openSession(tx, me.id, '测试', house.clock.now))
  const { body } = await house.ask(claimResidency, { ...homeFrom(house.clock.now), submit: true }, { token })
  expect(body.dueAt).toBe(atShanghai(2027, 1, 5))
  await house.ownUnit(async ({ tx, tell, now }) => {
    await saveYear(tx, 2027, { off: ['2027-01-01'], work: [] }, now)
    tell(yearLoaded({ year: 2027 }))
  })
  const mine = await house.ask(myResidencies, {}, { token })
  expect(mine.body.items[0]!.dueAt).toBe(atShanghai(2027, 1, 5) + DAY)
})
