import { listActivities } from '@tmt/shared/activities/contract.ts'
import { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { managedActivities } from '@tmt/shared/activities/staff-contract.ts'
import { phaseOf } from '@tmt/shared/activities/phase.ts'
import { obstacleToPublish } from '@tmt/shared/activities/rules.ts'
import { Phone } from '@tmt/shared/codes.ts'
import { atShanghai, DAY, HOUR } from '@tmt/shared/time.ts'
import { listUnitTotals, mySeats } from '@tmt/shared/residency/seat-contract.ts'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { activities } from '../activities/tables.ts'
import { countsOf } from '../activities/testing/activity.ts'
import { moderationQueue } from '@tmt/shared/moderation/contract.ts'
import { register } from '../divisions/register.ts'
import { persons } from '../people/tables.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { activitiesFrom, counters, DONGAN, HUAYUAN } from './city.ts'
import { neighbours, people } from './people.ts'
import { openSandbox } from './sandbox.ts'
import { seedDemo } from './seed.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
const seed = () => seedDemo(house.store, house.secrets, house.clock.now)
const upcoming = async (division: string) => (await house.ask(listActivities, { division })).body.items

test('whenever it begins, everything that is shown can be signed up for', () => {
  const day = atShanghai(2026, 12, 1)
  fc.assert(
    fc.property(fc.integer({ min: day, max: day + 800 * DAY }), (now) => {
      for (const {
        publish,
        communityId,
        signedUp,
        cancelReason,
        waiting: _waits,
        ...facts
      } of activitiesFrom(now)) {
        expect(ActivityFacts.safeParse(facts).success).toBe(true)
        expect(obstacleToPublish(facts, now)).toBeNull()
        expect(signedUp).toBeLessThanOrEqual(Math.min(facts.capacity, neighbours.length))
        expect(publish || !cancelReason).toBe(true)
        expect([DONGAN, HUAYUAN]).toContain(communityId)
      }
    }),
  )
})

test('its people, counters and numbers are marked, and ring nowhere', () => {
  const codes = new Set(register().map(({ code }) => code))
  for (const { name, phone, division, communityId } of people) {
    expect(name).toContain('演示')
    expect(Phone.safeParse(phone).success).toBe(true)
    expect([codes.has(division), codes.has(communityId)]).toEqual([true, true])
  }
  const phones = [...people, ...neighbours].map(({ phone }) => phone)
  expect(new Set(phones).size).toBe(phones.length)
  expect(phones.filter((phone) => !phone.startsWith('1990000'))).toEqual([])
  for (const { code, phone, counter } of counters) {
    expect(codes.has(code)).toBe(true)
    // No local number begins with 0.
    expect(phone).toMatch(/^0523-0\d{7}$/)
    expect(counter.length).toBeGreaterThan(5)
  }
})

test('the two communities have something on: open, full, waited for, cancelled, and a draft that only staff see', async () => {
  const { now } = house.clock
  const shown = [...(await upcoming(DONGAN)), ...(await upcoming(HUAYUAN))]
  expect(shown.every(({ demo }) => demo)).toBe(true)
  const phases = new Set(shown.map((card) => phaseOf(card, now)))
  expect(phases).toEqual(new Set(['open', 'waitlist', 'full', 'cancelled']))
  const token = await house.signIn('worker')
  const { body } = await house.ask(managedActivities, { communityId: DONGAN }, { token })
  expect(body.items.filter(({ status }) => status === 'draft')).toHaveLength(1)
})

test('a person has something to look at: a report, a picture, an appeal that somebody else answers', async () => {
  const queueOf = async (persona: string, communityId: string) => {
    const how = { token: await house.signIn(persona) }
    return (await house.ask(moderationQueue, { communityId }, how)).body.items
  }
  const waiting = await queueOf('worker', DONGAN)
  expect(waiting.map(({ cause, part }) => `${cause} ${part}`)).toEqual(['reported text'])
  expect(waiting[0]!.reports).toHaveLength(2)
  const [appeal, ...more] = await queueOf('village-worker', HUAYUAN)
  expect(more).toEqual([])
  expect(appeal).toMatchObject({ state: 'hidden', shown: false, hiddenByMe: false, author: { me: false } })
  expect(appeal!.appeal).toMatchObject({ outcome: null })
  expect((await upcoming(HUAYUAN)).map(({ id }) => id)).not.toContain(appeal!.subjectId)
})

test('counters of people and rows agree', async () => {
  const rows = await house.store.read
    .select({ id: activities.id, status: activities.status })
    .from(activities)
  expect(rows).toHaveLength(activitiesFrom(house.clock.now).length)
  for (const { id, status } of rows) {
    const { confirmed, rows: held } = await countsOf(house, id)
    expect(confirmed).toBe(status === 'cancelled' ? held.cancelledByHost : held.confirmed)
  }
})

test('seeding again changes nothing', async () => {
  const before = await everythingIn(house)
  house.clock.now += HOUR
  const signIns = await seed()
  expect(signIns.map(({ persona }) => persona)).toEqual(people.map(({ persona }) => persona))
  expect((await everythingIn(house)).text).toBe(before.text)
})

test('two processes that start at once seed it once; when all is over there is something on again', async () => {
  house.clock.now += 40 * DAY
  expect(await upcoming(DONGAN)).toEqual([])
  await Promise.all([seed(), seed(), seed()])
  // A process that seeds has kept no answer yet.
  house.answers.dropAll()
  const each = activitiesFrom(house.clock.now).length
  expect(await house.store.read.$count(activities)).toBe(2 * each)
  expect((await upcoming(DONGAN)).length).toBeGreaterThan(3)
  const { length } = [...people, ...neighbours]
  expect(await house.store.read.$count(persons, eq(persons.demo, true))).toBe(length)
})

test('its WeChat is a program that listens on this machine alone, until it is closed', async () => {
  const sandbox = await openSandbox({ wechat: null, realName: null })
  const { url, appId, secret } = sandbox.wechat!
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const query = new URLSearchParams({
    appid: appId,
    secret,
    js_code: 'demo-login-a-1',
    grant_type: 'authorization_code',
  })
  const answer = await fetch(`${url}/sns/jscode2session?${query}`)
  expect(JSON.parse(await answer.text())).toMatchObject({ openid: 'demo-openid-a' })
  await sandbox.close()
  await expect(fetch(url)).rejects.toThrow()
})

test('there are a household with its head, owners who still have to agree, and the numbers of each 小区', async () => {
  const token = await house.signIn('resident')
  const { body } = await house.ask(mySeats, {}, { token })
  const household = body.items.find(({ purpose }) => purpose === 'household')!
  expect(household.members).toHaveLength(2)
  expect(household.members.find(({ me }) => me)).toMatchObject({ head: true, representative: true })
  const unit = body.items.find(({ purpose }) => purpose === 'unit')!
  expect(unit).toMatchObject({ unit: { area: 9_865, owners: 2 }, proposal: { needed: 1, obstacle: null } })
  const staff = await house.signIn('worker')
  const { body: totals } = await house.ask(listUnitTotals, { communityId: DONGAN }, { token: staff })
  expect(totals.items.map(({ entered }) => entered?.units)).toEqual([216, 108])
})
