import {
  listAskable,
  MessageKind,
  recordSubscriptions,
  unreadMessages,
} from '@tmt/shared/messages/contract.ts'
import {
  getPreferences,
  listMessages,
  readAllMessages,
  readMessage,
  setQuiet,
  setWants,
} from '@tmt/shared/messages/inbox-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { subscriptions } from './tables.ts'
import { telling, tellSomething } from './testing/tell.ts'
import { tellPerson } from './tell.ts'
import { newId } from '../platform/ids.ts'

let house: TestHouse
let me: Somebody
beforeAll(async () => {
  house = await openHouse({ demo: false })
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  me = await somebody(house)
})
const as = (person: Somebody) => ({ token: person.token })
const unreadOf = async (person: Somebody) => (await house.ask(unreadMessages, {}, as(person))).body.unread
async function all(person: Somebody) {
  const items = []
  for (let cursor: string | undefined; ;) {
    const { body } = await house.ask(listMessages, cursor ? { cursor } : {}, as(person))
    items.push(...body.items)
    if (body.next === null) return items
    cursor = body.next
  }
}

test('a message says in words what happened, when it was told, and where it leads', async () => {
  const one = telling(house)
  const id = await tellSomething(house, me.id, one)
  expect(await all(me)).toEqual([
    {
      id,
      template: 'activityCancelled',
      title: '活动取消',
      body: expect.stringMatching(
        /^您报名的“剪纸课”（12月1日 周二 \d\d:\d\d 至 \d\d:\d\d，活动室）取消了。原因：有大雨。/,
      ),
      urgent: true,
      about: one.about,
      at: house.clock.now,
      readAt: null,
    },
  ])
})

test('the inbox comes in pages, the latest first, also where many came at the same instant', async () => {
  for (let i = 0; i < 45; i += 1) {
    if (i % 10 === 0) house.clock.now += MINUTE
    await tellSomething(house, me.id)
  }
  const items = await all(me)
  expect(items).toHaveLength(45)
  expect(new Set(items.map(({ id }) => id)).size).toBe(45)
  const times = items.map(({ at }) => at)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  expect(new Set(times).size).toBe(5)
  const { status } = await house.ask(listMessages, { cursor: 'somewhere' }, as(me))
  expect(status).toBe(422)
})

test('what was told is told once, on two devices at the same time too', async () => {
  const one = telling(house)
  const tell = () => house.store.write((tx) => tellPerson(tx, me.id, one, house.clock.now))
  await Promise.all([tell(), tell(), tell()])
  await tell()
  expect(await all(me)).toHaveLength(1)
})

test('a message to somebody who is not there, or left, is dropped and harms nothing', async () => {
  const tell = house.store.write((tx) => tellPerson(tx, newId(), telling(house), house.clock.now))
  await expect(tell).resolves.toBeUndefined()
})

test('reading one takes one from the count, reading it again nothing, and the first reading is kept', async () => {
  const id = await tellSomething(house, me.id)
  await tellSomething(house, me.id)
  expect(await unreadOf(me)).toBe(2)
  expect((await house.ask(readMessage, { id }, as(me))).body).toEqual({ unread: 1 })
  const readAt = house.clock.now
  house.clock.now += HOUR
  expect((await house.ask(readMessage, { id }, as(me))).body).toEqual({ unread: 1 })
  expect((await all(me)).find((one) => one.id === id)?.readAt).toBe(readAt)
})

test('reading all reads what was on the screen; what came since stays unread', async () => {
  await tellSomething(house, me.id)
  const upTo = house.clock.now
  house.clock.now += 1
  await tellSomething(house, me.id)
  expect((await house.ask(readAllMessages, { upTo }, as(me))).body).toEqual({ unread: 1 })
  expect((await house.ask(readAllMessages, { upTo: house.clock.now }, as(me))).body).toEqual({ unread: 0 })
})

test('nobody counts beyond a hundred', async () => {
  for (let i = 0; i < 103; i += 1) await tellSomething(house, me.id)
  expect(await unreadOf(me)).toBe(100)
})

test('another’s message is not there: neither seen nor read', async () => {
  const other = await somebody(house)
  const id = await tellSomething(house, other.id)
  expect(await all(me)).toEqual([])
  expect((await house.ask(readMessage, { id }, as(me))).status).toBe(404)
  await house.ask(readAllMessages, { upTo: house.clock.now }, as(me))
  expect(await unreadOf(other)).toBe(1)
})

test('everything is wanted, and nights are quiet, until somebody chooses otherwise; each choice is their own', async () => {
  const kinds = MessageKind.options.map((kind) => ({ kind, subscribe: true, sms: true }))
  const usual = { quiet: { on: true, from: 21 * 60, to: 8 * 60 }, kinds }
  expect((await house.ask(getPreferences, {}, as(me))).body).toEqual(usual)
  await house.ask(setWants, { kind: 'activities', subscribe: true, sms: false }, as(me))
  const quiet = { on: true, from: 22 * 60 + 30, to: 6 * 60 }
  const { body } = await house.ask(setQuiet, quiet, as(me))
  const chosen = { kind: 'activities', subscribe: true, sms: false }
  expect(body).toEqual({ quiet, kinds: [chosen, ...kinds.slice(1)] })
  await house.ask(setQuiet, { ...quiet, on: false }, as(me))
  expect((await house.ask(getPreferences, {}, as(me))).body.quiet).toEqual({ ...quiet, on: false })
  expect((await house.ask(getPreferences, {}, as(await somebody(house)))).body).toEqual(usual)
})

test('WeChat is asked for what closes an act, under the operator’s template ids', async () => {
  const { body } = await house.ask(listAskable, {})
  expect(body.items).toEqual([
    { template: 'activityReminder', act: 'activities.signUp', wechatId: 'wechat-reminder' },
    { template: 'activityChanged', act: 'activities.signUp', wechatId: 'wechat-changed' },
    { template: 'activityCancelled', act: 'activities.signUp', wechatId: 'wechat-cancelled' },
  ])
})

test('each agreement counts once, however often its answer is lost, and on two devices at the same time', async () => {
  const accepted = ['activityReminder', 'activityReminder', 'activityChanged'] as const
  const key = randomUUID()
  const agree = (how: object) =>
    house.ask(recordSubscriptions, { accepted: [...accepted] }, { ...as(me), ...how })
  await agree({ key })
  await agree({ key })
  await Promise.all([agree({}), agree({})])
  const rows = await house.store.read.select().from(subscriptions)
  const mine = rows.filter(({ personId }) => personId === me.id).map(({ template, left }) => [template, left])
  expect(Object.fromEntries(mine)).toEqual({ activityChanged: 3, activityReminder: 3 })
  for (let i = 0; i < 110; i += 1) await agree({})
  const after = await house.store.read.select().from(subscriptions)
  expect(Math.max(...after.map(({ left }) => left))).toBe(100)
})
