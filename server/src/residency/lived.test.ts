import { livedIn } from '@tmt/shared/residency/lived-contract.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { home } from './testing/residency.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('tells the person alone in which 小区 and grid they say to live', async () => {
  const me = await somebody(house)
  const ask = async (token: string) => (await house.ask(livedIn, {}, { token })).body
  expect(await ask(me.token)).toEqual({ items: [] })
  await home(house, me, { place: `${DONGAN}-B0001` })
  // A draft is not handed in to anybody yet.
  await home(house, me, { place: `${DONGAN}-B0007`, submit: false })
  const { items } = await ask(me.token)
  expect(items).toEqual([
    {
      communityId: DONGAN,
      area: `${DONGAN}-P000001`,
      grid: expect.stringMatching(`^${DONGAN}-001`) as string,
    },
  ])
  expect(await ask((await somebody(house)).token)).toEqual({ items: [] })
  expect((await house.ask(livedIn, {})).status).toBe(401)
})
