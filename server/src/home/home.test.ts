import { signUp } from '@tmt/shared/activities/signup-contract.ts'
import { cancelActivity, editActivity } from '@tmt/shared/activities/staff-contract.ts'
import { listMine, listOpen } from '@tmt/shared/home/contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { factsFrom, post } from '../activities/testing/activity.ts'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'

let house: TestHouse
let me: Somebody
let worker: Somebody
beforeEach(async () => {
  await house?.close()
  house = await openHouse({ demo: false })
  me = await somebody(house, [{ role: 'resident', division: DONGAN }])
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
})
afterAll(() => house.close())

const open = async () => (await house.ask(listOpen, { communityId: DONGAN })).body.items
const mine = async (who = me) => (await house.ask(listMine, {}, { token: who.token })).body.items
const join = (id: string, who = me) => house.ask(signUp, { id }, { token: who.token })
const later = (by: number, title: string) => ({
  title,
  startsAt: house.clock.now + by,
  endsAt: house.clock.now + by + HOUR,
  signupClosesAt: house.clock.now + by - HOUR,
})

test('等您参与: what takes sign-ups here, first closed first; no draft, nothing full, nothing of the neighbours', async () => {
  await post(house, later(3 * DAY, '剪纸课'))
  await post(house, later(DAY, '义诊'))
  await post(house, { ...later(DAY, '草稿'), publish: false })
  await post(house, { ...later(DAY, '邻村的课'), communityId: HUAYUAN })
  const full = await post(house, { ...later(2 * DAY, '只有一个名额'), capacity: 1 })
  expect((await open()).map(({ title }) => title)).toEqual(['义诊', '只有一个名额', '剪纸课'])
  await join(full)
  const items = await open()
  expect(items.map(({ title }) => title)).toEqual(['义诊', '剪纸课'])
  expect(items[0]).toMatchObject({
    kind: 'activityOpen',
    note: '12月2日 周三 10:00 · 活动室',
    until: house.clock.now + DAY - HOUR,
  })
})

test('the kept answer lets go what has closed meanwhile, and takes in what is called off at once', async () => {
  await post(house, later(HOUR + 10_000, '马上截止'))
  const other = await post(house, later(DAY, '义诊'))
  expect(await open()).toHaveLength(2)
  house.clock.now += 10_000
  expect((await open()).map(({ title }) => title)).toEqual(['义诊'])
  await house.ask(cancelActivity, { id: other, reason: '有大雨' }, { token: worker.token })
  expect(await open()).toEqual([])
})

test('我的事: what I come to, what has changed since, and what was called off with its reason', async () => {
  const coming = await post(house, later(DAY, '义诊'))
  const changing = await post(house, later(2 * DAY, '剪纸课'))
  const off = await post(house, later(3 * DAY, '广场舞'))
  for (const id of [coming, changing, off]) await join(id)
  house.clock.now += MINUTE
  const facts = { ...factsFrom(house.clock.now), ...later(2 * DAY, '剪纸课'), place: '三楼' }
  await house.ask(editActivity, { id: changing, ...facts, version: 1 }, { token: worker.token })
  await house.ask(cancelActivity, { id: off, reason: '有大雨' }, { token: worker.token })
  expect((await mine()).map(({ kind, note }) => [kind, note])).toEqual([
    ['activityComing', '已报名 · 12月2日 周三 10:00 · 活动室'],
    ['activityChanged', '您报名后改过，请再看看 · 12月3日 周四 10:01 · 三楼'],
    ['activityCancelled', '已取消：有大雨'],
  ])
  const stranger = await somebody(house)
  expect(await mine(stranger)).toEqual([])
  house.clock.now += 5 * DAY
  expect(await mine()).toEqual([])
})

test('only a community has a home', async () => {
  const { status } = await house.ask(listOpen, { communityId: '321202001000' })
  expect(status).toBe(404)
})
