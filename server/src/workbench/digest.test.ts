import { setWants } from '@tmt/shared/messages/inbox-contract.ts'
import { leave } from '@tmt/shared/privacy/contract.ts'
import { atShanghai, DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { post } from '../activities/testing/activity.ts'
import { CHENGDONG, DONGAN, HUAYUAN } from '../demo/city.ts'
import { createJobs } from '../jobs.ts'
import { openOutside } from '../messages/testing/outside.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { toldTo } from '../testing/inbox.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { DIGEST } from './jobs.ts'

let house: TestHouse
let outside: Awaited<ReturnType<typeof openOutside>>
beforeEach(async () => {
  house = await openHouse({ demo: false })
  outside = await openOutside(house)
  house.clock.now = morning(2)
})
afterEach(async () => {
  await outside.close()
  await house.close()
})
/** December 2026: the 2nd is a Wednesday, the 5th a Saturday. */
const morning = (day: number, hour = 8, minute = 30) => atShanghai(2026, 12, day, hour, minute)
const run = () =>
  createJobs(outside.parts).handlers[DIGEST]!.run({ id: randomUUID(), kind: DIGEST, data: {}, tries: 1 })
const digests = async (who: Somebody) =>
  (await toldTo(house, who)).filter(({ template }) => template === 'workDigest')
/** A draft whose sign-up closes in so long; it is late when that has passed. */
const draft = (closesIn: number, title: string, communityId = DONGAN) =>
  post(house, {
    communityId,
    title,
    publish: false,
    startsAt: house.clock.now + closesIn + HOUR,
    endsAt: house.clock.now + closesIn + 2 * HOUR,
    signupClosesAt: house.clock.now + closesIn,
  })
const worker = (division = DONGAN) => somebody(house, [{ role: 'worker', division }])

test('one message with the counts and the three that press most; what only waits is not named', async () => {
  const me = await worker()
  await draft(-DAY, '剪纸课')
  await draft(-2 * HOUR, '合唱')
  await draft(3 * HOUR, '义诊')
  await draft(5 * HOUR, '圆桌会')
  await draft(3 * DAY, '太极拳')
  await run()
  const [told, ...more] = await digests(me)
  expect(more).toEqual([])
  expect(told).toMatchObject({ title: '今天要办的事', about: { kind: 'workbench', id: DONGAN } })
  expect(told!.body).toMatch(
    /：逾期 2 件，今天到期 2 件。最急的：剪纸课（已逾期 1 天）；合唱（已逾期 2 小时）；义诊（还有 3 小时）。$/,
  )
})

test('never twice a day, by however many processes; the next working day again', async () => {
  const me = await worker()
  await draft(-HOUR, '剪纸课')
  await Promise.all([run(), run()])
  house.clock.now += 30 * MINUTE
  await run()
  expect(await digests(me)).toHaveLength(1)
  house.clock.now = morning(3)
  await run()
  expect(await digests(me)).toHaveLength(2)
})

test.each([
  ['before half past eight', morning(3, 8, 29)],
  ['later than ten', morning(3, 10)],
  ['on a Saturday', morning(5)],
])('nobody is told %s', async (_, at) => {
  const me = await worker()
  await draft(-HOUR, '剪纸课')
  house.clock.now = at
  await run()
  expect(await digests(me)).toEqual([])
})

test('nothing where nothing is late or due today, to nobody else’s place, and to nobody who is no staff', async () => {
  await draft(-HOUR, '剪纸课')
  await draft(3 * DAY, '太极拳', HUAYUAN)
  const people = [
    await worker(HUAYUAN),
    await somebody(house, [{ role: 'resident', division: DONGAN }]),
    await somebody(house, [{ role: 'worker', division: DONGAN, until: house.clock.now }]),
  ]
  await run()
  for (const one of people) expect(await digests(one)).toEqual([])
})

test('a place each, for whoever works in two', async () => {
  const me = await somebody(house, [
    { role: 'worker', division: DONGAN },
    { role: 'committee', division: HUAYUAN },
  ])
  await draft(-HOUR, '剪纸课')
  await draft(-HOUR, '合唱', HUAYUAN)
  await run()
  expect((await digests(me)).map(({ about }) => about!.id).toSorted()).toEqual([DONGAN, HUAYUAN].toSorted())
})

test('a town and the city get the sums of their communities, the worst five, and no titles', async () => {
  const street = [DONGAN, HUAYUAN, ...['3', '4', '5', '7'].map((n) => `32120200100${n}`)]
  for (const [i, code] of street.entries())
    for (let n = 0; n <= i; n += 1) await draft(-HOUR - n * MINUTE, '剪纸课', code)
  const town = await somebody(house, [{ role: 'town', division: CHENGDONG }])
  const city = await somebody(house, [{ role: 'city', division: '321200000000' }])
  await run()
  for (const who of [town, city]) {
    const [told] = await digests(who)
    expect(told!.body).toMatch(/：逾期 21 件，今天到期 0 件。最多的：/)
    const counts = [...told!.body.matchAll(/（逾期 (\d) 件，今天 0 件）/g)].map(([, n]) => Number(n))
    expect(counts).toEqual([6, 5, 4, 3, 2])
    expect(told!.body).not.toContain('剪纸课')
  }
})

test('whoever switched it off gets none, and whoever left neither', async () => {
  const [off, gone, me] = [await worker(), await worker(), await worker()]
  await house.ask(setWants, { kind: 'work', subscribe: false, sms: true }, { token: off.token })
  await house.ask(leave, {}, { token: gone.token })
  await draft(-HOUR, '剪纸课')
  await run()
  expect(await digests(off)).toEqual([])
  expect(await digests(me)).toHaveLength(1)
  const { listStaff } = await import('../people/audience-store.ts')
  const staff = await listStaff(house.store.read, { after: '', now: house.clock.now, limit: 99 })
  expect([staff.includes(off.id), staff.includes(gone.id)]).toEqual([true, false])
})
