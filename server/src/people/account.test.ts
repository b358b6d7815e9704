import { chooseCommunity, getMe, setName } from '@tmt/shared/people/contract.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
let me: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  me = await somebody(house)
})

test('a community that was chosen is kept on the account, and chosen anew', async () => {
  for (const [communityId, name] of [
    [HUAYUAN, '花园村委会'],
    [DONGAN, '东安居委会'],
  ] as const) {
    const { body } = await house.ask(chooseCommunity, { communityId }, { token: me.token })
    expect(body.community).toMatchObject({ code: communityId, name, level: 'community' })
    expect((await house.ask(getMe, {}, { token: me.token })).body).toEqual(body)
  }
})

test('a name is kept without the spaces around it, and can be changed', async () => {
  for (const name of ['演示居民己', '  己阿姨 ']) {
    const { body } = await house.ask(setName, { name }, { token: me.token })
    expect(body.name).toBe(name.trim())
    expect((await house.ask(getMe, {}, { token: me.token })).body).toEqual(body)
  }
  const blank = await house.ask(setName, { name: '   ' }, { token: me.token })
  expect([blank.status, blank.problem.fields?.[0]?.path]).toEqual([422, 'name'])
})

test('choosing a community makes nobody its resident', async () => {
  const { body } = await house.ask(chooseCommunity, { communityId: DONGAN }, { token: me.token })
  expect(body.roles).toEqual([])
})

test.each([
  ['the city', '321200000000'],
  ['a district', '321202000000'],
  ['a street', '321202001000'],
  ['a code that nobody has', '321202001999'],
  ['a virtual community', '321202406498'],
])('%s is no community to live in', async (_name, communityId) => {
  const { status, problem } = await house.ask(chooseCommunity, { communityId }, { token: me.token })
  expect([status, problem.code]).toEqual([422, 'notACommunity'])
  expect((await house.ask(getMe, {}, { token: me.token })).body.community).toBeNull()
})

test('a living quarter that is not virtual may be chosen', async () => {
  const { body } = await house.ask(chooseCommunity, { communityId: '321283100500' }, { token: me.token })
  expect(body.community).toMatchObject({ name: '黄桥种猪场生活区', kind: 'statistical' })
})

test('the phone is shown masked, and to nobody else', async () => {
  const other = await somebody(house)
  const mine = await house.ask(getMe, {}, { token: me.token })
  const theirs = await house.ask(getMe, {}, { token: other.token })
  expect(mine.body.phone).toBe(`${me.phone.slice(0, 3)}****${me.phone.slice(-4)}`)
  expect(mine.body.id).toBe(me.id)
  expect(theirs.body.id).toBe(other.id)
  expect(mine.headers.get('cache-control')).toBe('no-store')
})
