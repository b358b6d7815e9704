import { type ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { cancelActivity, createActivity, editActivity } from '@tmt/shared/activities/staff-contract.ts'
import { listMessages } from '@tmt/shared/messages/inbox-contract.ts'
import { atShanghai, DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { factsFrom, post } from '../activities/testing/activity.ts'
import { DONGAN } from '../demo/city.ts'
import { createJobs } from '../jobs.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { openOutside } from './testing/outside.ts'

let house: TestHouse
let outside: Awaited<ReturnType<typeof openOutside>>
let worker: Somebody
let me: Somebody
beforeAll(async () => {
  house = await openHouse({ demo: false })
  outside = await openOutside(house)
})
afterAll(async () => {
  await outside.close()
  await house.close()
})
beforeEach(async () => {
  house.clock.now += MINUTE
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
  me = await somebody(house)
})

const as = ({ token }: Somebody) => ({ token })
const join = (person: Somebody, id: string, how = {}) => house.ask(signUp, { id }, { ...as(person), ...how })
const cancel = (id: string, how = {}) =>
  house.ask(cancelActivity, { id, reason: ' 有大雨 ' }, { ...as(worker), ...how })
function edit(id: string, changes: Partial<ActivityFacts>, version = 1) {
  const input = { id, version, ...factsFrom(house.clock.now, changes) }
  return house.ask(editActivity, input, as(worker))
}
async function titlesOf(person: Somebody) {
  await outside.run()
  const { body } = await house.ask(listMessages, {}, as(person))
  return body.items.map(({ title }) => title)
}
async function latestOf(person: Somebody) {
  await outside.run()
  return (await house.ask(listMessages, {}, as(person))).body.items[0]
}

test('whoever signs up has it in the inbox at once, once for each time', async () => {
  const id = await post(house)
  const key = randomUUID()
  await join(me, id, { key })
  await join(me, id, { key })
  const { body } = await house.ask(listMessages, {}, as(me))
  expect(body.items).toMatchObject([{ title: '报名成功', about: { kind: 'activity', id }, urgent: false }])
  await house.ask(cancelSignup, { id }, as(me))
  house.clock.now += MINUTE
  await join(me, id)
  expect(await titlesOf(me)).toEqual(['报名成功', '报名成功'])
})

test('nobody is told of a sign-up that was refused', async () => {
  const id = await post(house, { capacity: 1 })
  await join(await somebody(house), id)
  await join(me, id)
  expect(await titlesOf(me)).toEqual([])
})

test('who had a place is told that it was called off, and why; who gave it back is not', async () => {
  const id = await post(house)
  const [other, gone] = [await somebody(house), await somebody(house)]
  for (const person of [me, other, gone]) await join(person, id)
  await house.ask(cancelSignup, { id }, as(gone))
  const key = randomUUID()
  await cancel(id, { key })
  await cancel(id, { key })
  for (const person of [me, other]) expect(await titlesOf(person)).toEqual(['活动取消', '报名成功'])
  const { body, urgent } = (await latestOf(me))!
  expect(body).toContain('原因：有大雨。')
  expect(urgent).toBe(true)
  expect(await titlesOf(gone)).toEqual(['报名成功'])
})

test('another time or place is told, with what was and what is; other words are not', async () => {
  const id = await post(house)
  await join(me, id)
  await edit(id, { title: '剪纸课（第二期）', body: '材料自带。' })
  expect(await titlesOf(me)).toEqual(['报名成功'])
  house.clock.now += 1
  await edit(id, { place: '二楼活动室' }, 2)
  const { title, body } = (await latestOf(me))!
  expect(title).toBe('活动变更')
  expect(body).toMatch(/现在：12月1日 .+，二楼活动室；原来：12月1日 .+，活动室。您的名额还在/)
})

test('a draft can be changed as often as one likes, and nobody hears of it', async () => {
  const facts = factsFrom(house.clock.now)
  const input = { communityId: DONGAN, ...facts, publish: false }
  const { body: made } = await house.ask(createActivity, input, as(worker))
  expect((await edit(made.id, { place: '别处' })).status).toBe(200)
  const { waiting } = outside
  expect((await waiting()).filter(({ kind }) => kind === 'messages.spread')).toEqual([])
})

test('an edit that was refused tells nobody', async () => {
  const id = await post(house)
  await join(me, id)
  expect((await edit(id, { place: '别处' }, 7)).status).toBe(409)
  expect(await titlesOf(me)).toEqual(['报名成功'])
})

/** Looks whether anybody is to be reminded, as the runner does every half hour. */
async function remind() {
  const { handlers } = createJobs(outside.parts)
  await handlers['activities.remind']!.run({
    id: randomUUID(),
    kind: 'activities.remind',
    data: {},
    tries: 1,
  })
  await outside.run()
}
const evening = (day: number, hour = 18, minute = 0) => atShanghai(2026, 12, day, hour, minute)
async function held(startsAt: number, changes: Partial<ActivityFacts> = {}) {
  const times = { startsAt, endsAt: startsAt + 2 * HOUR, signupClosesAt: startsAt - HOUR }
  const id = await post(house, { ...times, ...changes })
  await join(me, id)
  return id
}

test('the evening before, from six to nine, everybody who is coming is reminded, once', async () => {
  house.clock.now = evening(10, 10)
  await held(evening(11, 9))
  for (const hour of [17, 21, 23]) {
    house.clock.now = evening(10, hour, 59)
    await remind()
    expect(await titlesOf(me)).toEqual(['报名成功'])
  }
  for (const minute of [0, 30]) {
    house.clock.now = evening(10, 18, minute)
    await Promise.all([remind(), remind()])
  }
  expect(await titlesOf(me)).toEqual(['明天的活动', '报名成功'])
})

test('nobody is reminded of what is today, in two days, or called off', async () => {
  house.clock.now = evening(20, 10)
  await held(evening(20, 23))
  await held(evening(22, 0))
  await cancel(await held(evening(21, 12)))
  house.clock.now = evening(20)
  await remind()
  expect(await titlesOf(me)).not.toContain('明天的活动')
  house.clock.now = evening(21)
  await remind()
  expect((await titlesOf(me)).filter((title) => title === '明天的活动')).toHaveLength(1)
})

test('an activity that was put off by a day is reminded of again', async () => {
  house.clock.now = evening(24, 10)
  const id = await held(evening(25, 12))
  house.clock.now = evening(24)
  await remind()
  const startsAt = evening(26, 12)
  await edit(id, { startsAt, endsAt: startsAt + HOUR, signupClosesAt: startsAt - HOUR })
  house.clock.now += DAY
  await remind()
  expect(await titlesOf(me)).toEqual(['明天的活动', '活动变更', '明天的活动', '报名成功'])
})
