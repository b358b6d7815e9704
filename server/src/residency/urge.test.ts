import { claimResidency, myResidencies, withdrawResidency } from '@tmt/shared/residency/contract.ts'
import { listClaims, listOverdue } from '@tmt/shared/residency/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CHENGDONG, DONGAN, HUAYUAN } from '../demo/city.ts'
import { reacting, when } from '../platform/events.ts'
import { createOwnUnit } from '../platform/own-unit.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { residencyUrged } from './events.ts'
import { residencyJobs } from './jobs.ts'
import { residencies } from './tables.ts'
import { home, homeFrom, verifier, verify } from './testing/residency.ts'

let house: TestHouse
let me: Somebody
const heard: string[] = []
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += HOUR
  me = await somebody(house)
  heard.length = 0
  await house.store.write(async (tx) => {
    await tx.update(residencies).set({ status: 'rejected' }).where(eq(residencies.status, 'pending'))
  })
})
/** What recurs, once. */
async function urge() {
  const react = reacting([when(residencyUrged, async (_tx, one) => void heard.push(one.id))])
  const { handlers, recurring } = residencyJobs({
    store: house.store,
    ownUnit: createOwnUnit({ store: house.store, answers: house.answers, react, now: () => house.clock.now }),
    now: () => house.clock.now,
  })
  expect(recurring.map(({ kind }) => kind)).toContain('residency.urge')
  await handlers['residency.urge'].run({ id: 'job', kind: 'residency.urge', data: {}, tries: 1 })
}
const mine = async () => (await house.ask(myResidencies, {}, { token: me.token })).body.items[0]!
async function overdue(who: Somebody, code = CHENGDONG) {
  return house.ask(listOverdue, { code }, { token: who.token })
}

test('what is late is urged once, and the person sees when', async () => {
  const id = await home(house, me)
  house.clock.now += 3 * DAY - 1
  await urge()
  expect((await mine()).urgedAt).toBeNull()
  house.clock.now += 1
  await urge()
  const at = house.clock.now
  house.clock.now += HOUR
  await urge()
  expect((await mine()).urgedAt).toBe(at)
  expect(heard).toEqual([id])
})

test('it stands first in the queue, marked', async () => {
  const late = await home(house, me)
  house.clock.now += 3 * DAY
  await home(house, await somebody(house))
  await urge()
  const worker = await verifier(house)
  const { body } = await house.ask(listClaims, { communityId: DONGAN }, { token: worker.token })
  expect(body.items.map(({ id, urgedAt }) => [id === late, urgedAt !== null])).toEqual([
    [true, true],
    [false, false],
  ])
})

test('several runs at once urge each of many once', async () => {
  for (let i = 0; i < 60; i += 1) await home(house, await somebody(house), { door: `${i}室` })
  house.clock.now += 3 * DAY
  await Promise.all([urge(), urge(), urge()])
  expect([heard.length, new Set(heard).size]).toEqual([60, 60])
})

test('what is decided or handed in again is urged no more, until it is late again', async () => {
  const id = await home(house, me)
  house.clock.now += 3 * DAY
  await urge()
  await house.ask(withdrawResidency, { id }, { token: me.token })
  expect((await mine()).urgedAt).toBeNull()
  await house.store.write(async (tx) => {
    await tx.delete(residencies).where(eq(residencies.id, id))
  })
  await house.ask(claimResidency, { ...homeFrom(house.clock.now), submit: true }, { token: me.token })
  expect((await mine()).urgedAt).toBeNull()
  const { id: again } = await mine()
  expect((await verify(house, again)).status).toBe(200)
  house.clock.now += 9 * DAY
  await urge()
  expect(heard).toEqual([id])
})

test('the town sees which community is late, and how many, but nobody’s name; others see nothing', async () => {
  await home(house, me)
  house.clock.now += 3 * DAY
  await home(house, await somebody(house), { place: `${HUAYUAN}-B0001` })
  await urge()
  house.clock.now += MINUTE
  const town = await somebody(house, [{ role: 'town', division: CHENGDONG }])
  const { body } = await overdue(town)
  expect(body.items).toEqual([
    {
      communityId: DONGAN,
      communityName: expect.stringContaining('东安') as string,
      late: 1,
      urged: 1,
      since: house.clock.now - MINUTE,
    },
  ])
  house.clock.now += 3 * DAY
  expect((await overdue(town)).body.items.map(({ communityId, urged }) => [communityId, urged])).toEqual([
    [DONGAN, 1],
    [HUAYUAN, 0],
  ])
  const city = await somebody(house, [{ role: 'city', division: '321200000000' }])
  expect((await overdue(city, '321202000000')).body.items).toHaveLength(2)
  expect((await overdue(city, '321203000000')).body.items).toEqual([])
  const district = await somebody(house, [{ role: 'district', division: '321202000000' }])
  expect((await overdue(district, '321202000000')).body.items).toHaveLength(2)
  expect((await overdue(district)).body.items).toHaveLength(2)
  expect((await overdue(district, '321203000000')).status).toBe(404)
  const other = await somebody(house, [{ role: 'town', division: '321202002000' }])
  expect((await overdue(other)).status).toBe(404)
  expect((await overdue(await verifier(house))).status).toBe(404)
  expect((await overdue(me)).status).toBe(403)
})
