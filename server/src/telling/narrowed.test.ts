import { createNotice } from '@tmt/shared/notices/staff-contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { openOutside } from '../messages/testing/outside.ts'
import { factsFrom } from '../notices/testing/notice.ts'
import { home, OTHER_BUILDING, verifiedHome } from '../residency/testing/residency.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { toldTo } from '../testing/inbox.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
let outside: Awaited<ReturnType<typeof openOutside>>
beforeAll(async () => {
  house = await openHouse()
  outside = await openOutside(house)
})
afterAll(async () => {
  await outside.close()
  await house.close()
})

test('what is urgent in one grid is told to whoever is verified to live there, and to nobody else', async () => {
  const [here, there, waiting, resident] = [
    await somebody(house),
    await somebody(house),
    await somebody(house),
    await somebody(house, [{ role: 'resident', division: DONGAN }]),
  ]
  await verifiedHome(house, here)
  await verifiedHome(house, there, { place: OTHER_BUILDING })
  await home(house, waiting)
  house.clock.now += MINUTE
  const committee = await somebody(house, [{ role: 'committee', division: DONGAN }])
  const facts = factsFrom(house.clock.now, { urgent: true, places: [`${DONGAN}-001`] })
  const { status } = await house.ask(
    createNotice,
    { division: DONGAN, ...facts, publish: true },
    { token: committee.token },
  )
  expect(status).toBe(200)
  await outside.run()
  const urgent = async (who: Somebody) =>
    (await toldTo(house, who)).filter(({ template }) => template === 'noticeUrgent').length
  expect(await urgent(here)).toBe(1)
  for (const who of [there, waiting, resident]) expect(await urgent(who)).toBe(0)
})
