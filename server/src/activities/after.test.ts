import { listPictures, myAfter, myStanding, rate } from '@tmt/shared/activities/after-contract.ts'
import {
  addPicture,
  afterActivity,
  attendanceFigures,
  removePicture,
} from '@tmt/shared/activities/after-staff-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CHENGDONG, DONGAN, HUAYUAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { listThankable } from './after-store.ts'
import { haveCome } from './attendance-store.ts'
import { upload } from './testing/checkin-inputs.ts'
import { aWorker, begun, join, wasThere } from './testing/checkin.ts'

let house: TestHouse
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await aWorker(house)
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
/** An activity that so many came to and one did not; over. */
async function held(came: number) {
  const people = await crowd(house, came + 1)
  const id = await begun(house, { capacity: 20 })
  for (const one of people) await join(house, id, one)
  for (const one of people.slice(1)) await wasThere(house, id, one)
  house.clock.now += 2 * HOUR
  return { id, absent: people[0]!, people: people.slice(1) }
}
const say = (id: string, who: Somebody, rating: 'good' | 'fair' | 'poor') =>
  house.ask(rate, { id, rating }, { token: who.token })
const after = async (id: string) => (await house.ask(afterActivity, { id }, { token: worker.token })).body

test('one word from who came, changed by the next one; staff see totals from five on', async () => {
  const { id, people, absent } = await held(5)
  for (const one of people.slice(0, 4)) await say(id, one, 'good')
  await say(id, people[0]!, 'poor')
  expect((await house.ask(myAfter, { id }, { token: people[0]!.token })).body).toMatchObject({
    came: true,
    rating: 'poor',
  })
  expect(await after(id)).toEqual({ confirmed: 6, attended: 5, rated: 4, ratings: null })
  await say(id, people[4]!, 'fair')
  expect(await after(id)).toEqual({
    confirmed: 6,
    attended: 5,
    rated: 5,
    ratings: { good: 3, fair: 1, poor: 1 },
  })
  expect((await say(id, absent, 'good')).problem.code).toBe('notThere')
})

test('who came is thanked from an hour after the end, nobody else', async () => {
  const { id, people } = await held(2)
  const thankable = async () => (await listThankable(house.store.read, house.clock.now)).map((one) => one.id)
  expect(await thankable()).not.toContain(id)
  house.clock.now += HOUR
  expect(await thankable()).toContain(id)
  const ask = { of: id, until: house.clock.now, after: '', limit: 10 }
  expect(await haveCome(house.store.read, ask)).toEqual(people.map((one) => one.id).toSorted())
})

test('what was missed is read by the person alone, with what follows', async () => {
  const { id, absent } = await held(1)
  const { body } = await house.ask(myStanding, {}, { token: absent.token })
  expect(body).toMatchObject({ standing: 'good', missed: [{ activityId: id, title: '剪纸课' }] })
  const other = await somebody(house)
  expect((await house.ask(myStanding, {}, { token: other.token })).body.missed).toEqual([])
})

test('pictures are shown at once, and gone at once', async () => {
  const id = await begun(house)
  const file = await upload(house, worker)
  const shown = async () =>
    (await house.ask(listPictures, { id })).body.items.map((one) => [one.file, one.alt])
  expect(await shown()).toEqual([])
  const input = { id, file, alt: '大家在剪纸', agreed: true, guardiansAgreed: false } as const
  await house.ask(addPicture, input, { token: worker.token })
  expect(await shown()).toEqual([[file, '大家在剪纸']])
  expect((await house.app.request(`/api/files/${file}/thumbnail`)).status).toBe(200)
  await house.ask(removePicture, { id, file }, { token: worker.token })
  expect(await shown()).toEqual([])
  expect((await house.app.request(`/api/files/${file}/thumbnail`)).status).toBe(404)
})

test('without the tick that all agreed a picture does not even come in', async () => {
  const id = await begun(house)
  const file = await upload(house, worker)
  const input = { id, file, alt: '剪纸', agreed: false, guardiansAgreed: false }
  const { status } = await house.ask(addPicture, input as never, { token: worker.token })
  expect(status).toBe(422)
})

test('figures: by code, month and category, for the community and those above it', async () => {
  const city = await openHouse()
  try {
    const clerk = await aWorker(city)
    const town = await somebody(city, [{ role: 'town', division: CHENGDONG }])
    const [a, b] = await crowd(city, 2)
    const id = await begun(city, { category: 'science', who: a! })
    await join(city, id, b!)
    await wasThere(city, id, a!)
    await begun(city, { category: 'science', who: b! })
    const figures = async (code: string, who: Somebody) => {
      const { body } = await city.ask(attendanceFigures, { code, year: '2026' }, { token: who.token })
      return body.items.filter(({ category }) => category === 'science')
    }
    const own = await figures(DONGAN, clerk)
    const december = own.find(({ month }) => month === '2026-12')
    expect(december).toMatchObject({ code: DONGAN, counted: 1, confirmed: 2, attended: 1 })
    const all = await figures(CHENGDONG, town)
    expect(all.map(({ code }) => code)).toEqual(all.map(({ code }) => code).toSorted())
    expect(all).toContainEqual(december)
    const stranger = await somebody(city, [{ role: 'worker', division: HUAYUAN }])
    const hidden = await city.ask(
      attendanceFigures,
      { code: DONGAN, year: '2026' },
      { token: stranger.token },
    )
    expect(hidden.status).toBe(404)
  } finally {
    await city.close()
  }
})
