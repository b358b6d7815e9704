import {
  answerOffer,
  cancelSignup,
  mySignup,
  mySignups,
  signUp,
} from '@tmt/shared/activities/signup-contract.ts'
import { cancelActivity, editActivity, getRoster } from '@tmt/shared/activities/staff-contract.ts'
import { listMine } from '@tmt/shared/home/contract.ts'
import { leave as leaveAccount } from '@tmt/shared/privacy/contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { titlesOf } from '../testing/inbox.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { activityJobs } from './jobs.ts'
import { countsOf, factsFrom, post } from './testing/activity.ts'

let house: TestHouse
let worker: Somebody
let people: Somebody[]
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
  people = await crowd(house, 100)
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += 2 * MINUTE
})

const join = async (id: string, { token }: Somebody) => (await house.ask(signUp, { id }, { token })).body
const leave = (id: string, { token }: Somebody) => house.ask(cancelSignup, { id }, { token })
const mine = async (id: string, { token }: Somebody) =>
  (await house.ask(mySignup, { id }, { token })).body.signup
const answer = async (id: string, who: Somebody, accept: boolean) =>
  house.ask(answerOffer, { id, signupId: (await mine(id, who))!.id, accept }, { token: who.token })
/** Starts so long after now; sign-up closes at the start. */
const inTime = (by: number, more: object = {}) => {
  const startsAt = house.clock.now + by
  const times = { startsAt, endsAt: startsAt + HOUR, signupClosesAt: startsAt }
  return { ...times, capacity: 2, waitlistCapacity: 10, ...more }
}
const states = async (id: string, those: Somebody[]) =>
  Promise.all(
    those.map(async (one) => {
      const signup = await mine(id, one)
      return signup && (signup.position === null ? signup.status : `${signup.status} ${signup.position}`)
    }),
  )
type Kind = keyof ReturnType<typeof activityJobs>['handlers']
const run = (kind: Kind, data = {}) => {
  const { handlers } = activityJobs({
    store: house.store,
    ownUnit: house.ownUnit,
    now: () => house.clock.now,
  })
  return handlers[kind].run({ id: 'test', kind, data, tries: 1 })
}
const sweep = () => run('activities.sweepOffers')
/** The titles of what was told of the waiting, the latest first. */
const told = async (who: Somebody) => {
  const waits = ['候补到了', '候补名额等您确认', '名额让给了下一位']
  return (await titlesOf(house, who)).filter((title) => waits.includes(title))
}
const resize = (id: string, version: number, facts: object) =>
  house.ask(
    editActivity,
    { id, version, reason: '场地变了', ...factsFrom(house.clock.now, facts) },
    { token: worker.token },
  )

test('《领域规格》 §7.2: two of four have a place; 48 hours before, the next has one; 5 hours before, an offer, and nothing of it', async () => {
  const facts = inTime(3 * DAY)
  const id = await post(house, facts)
  const [a, b, c, d] = people as [Somebody, Somebody, Somebody, Somebody]
  const four = [a, b, c, d]
  for (const one of four) {
    await join(id, one)
    house.clock.now += 1
  }
  expect(await states(id, four)).toEqual(['confirmed', 'confirmed', 'waitlisted 1', 'waitlisted 2'])

  house.clock.now = facts.startsAt - 48 * HOUR
  await leave(id, a)
  expect(await states(id, four)).toEqual(['cancelledByUser', 'confirmed', 'confirmed', 'waitlisted 1'])
  expect(await told(c)).toEqual(['候补到了'])

  house.clock.now = facts.startsAt - 5 * HOUR
  await leave(id, b)
  expect(await mine(id, d)).toMatchObject({ status: 'offered', offerUntil: facts.startsAt - 3 * HOUR })
  expect(await told(d)).toEqual(['候补名额等您确认'])
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 1, offered: 1, waiting: 0 })

  // By the clock alone: no job has run.
  house.clock.now = facts.startsAt - 3 * HOUR - 1
  expect(await states(id, [d])).toEqual(['offered'])
  house.clock.now += 1
  expect(await states(id, [d])).toEqual(['expiredOffer'])
  expect((await answer(id, d, true)).problem.code).toBe('offerOver')
  await sweep()
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 1, offered: 0, waiting: 0 })
  expect(await told(d)).toEqual(['名额让给了下一位', '候补名额等您确认'])
  // The place is empty, and anybody's.
  expect((await join(id, a)).status).toBe('confirmed')
})

test.each([
  [DAY + 1, 'confirmed'],
  [DAY, 'offered'],
  [2 * HOUR, 'offered'],
  [2 * HOUR - 1, 'waitlisted'],
])('a place that frees %i ms before the start: %s', async (left, status) => {
  const facts = inTime(3 * DAY, { capacity: 1 })
  const id = await post(house, facts)
  const [a, b] = people as [Somebody, Somebody]
  await join(id, a)
  await join(id, b)
  house.clock.now = facts.startsAt - left
  await leave(id, a)
  const signup = (await mine(id, b))!
  expect(signup.status).toBe(status)
  if (status === 'offered')
    expect(signup.offerUntil).toBe(Math.min(house.clock.now + 2 * HOUR, facts.startsAt))
})

test('a hundred at once for two places: two have one, ten wait in order, the others are told that it is full', async () => {
  const id = await post(house, inTime(3 * DAY))
  const replies = await Promise.all(people.map(({ token }) => house.ask(signUp, { id }, { token })))
  const said = Map.groupBy(replies, ({ status, body, problem }) =>
    status === 200 ? body.status : problem.code,
  )
  expect(Object.fromEntries([...said].map(([key, those]) => [key, those.length]))).toEqual({
    confirmed: 2,
    waitlisted: 10,
    waitlistFull: 88,
  })
  const positions = said.get('waitlisted')!.map(({ body }) => body.position)
  expect(positions.toSorted((x, y) => x! - y!)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 2, waiting: 10, offered: 0 })
})

test('an offer is accepted or let go; the next has one then, and newcomers stand behind', async () => {
  const id = await post(house, inTime(6 * HOUR, { capacity: 1 }))
  const [a, b, c, d] = people as [Somebody, Somebody, Somebody, Somebody]
  for (const one of [a, b, c]) await join(id, one)
  await leave(id, a)
  expect((await join(id, d)).status).toBe('waitlisted')
  expect((await answer(id, b, false)).body).toMatchObject({ status: 'cancelledByUser', offerUntil: null })
  expect(await states(id, [b, c, d])).toEqual(['cancelledByUser', 'offered', 'waitlisted 1'])
  expect((await answer(id, c, true)).body).toMatchObject({ status: 'confirmed', offerUntil: null })
  expect((await answer(id, c, true)).problem.code).toBe('notOffered')
  expect(
    (
      await house.ask(
        answerOffer,
        { id, signupId: (await mine(id, c))!.id, accept: true },
        { token: d.token },
      )
    ).status,
  ).toBe(404)
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 1, offered: 0, waiting: 1 })
})

test('whoever needs a place takes away what is over first: a newcomer, though no job has run', async () => {
  const id = await post(house, inTime(12 * HOUR, { capacity: 1 }))
  const [a, b, c, d] = people as [Somebody, Somebody, Somebody, Somebody]
  await join(id, a)
  await join(id, b)
  await leave(id, a)
  await join(id, c)
  house.clock.now += 2 * HOUR
  // It is over for b: c, who waited, is offered it before d, who comes now.
  expect((await join(id, d)).status).toBe('waitlisted')
  expect(await states(id, [b, c, d])).toEqual(['expiredOffer', 'offered', 'waitlisted 1'])
  house.clock.now += 2 * HOUR
  await leave(id, d)
  expect((await join(id, b)).status).toBe('confirmed')
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 1, offered: 0, waiting: 0 })
})

test('more places go to those who wait, in their order; fewer than are taken or offered are refused', async () => {
  const facts = inTime(10 * DAY, { capacity: 1 })
  const id = await post(house, facts)
  for (const one of people.slice(0, 4)) await join(id, one)
  expect((await resize(id, 1, { ...facts, capacity: 3 })).status).toBe(200)
  expect(await states(id, people.slice(0, 4))).toEqual([
    'confirmed',
    'confirmed',
    'confirmed',
    'waitlisted 1',
  ])
  house.clock.now = facts.startsAt - 6 * HOUR
  await leave(id, people[0]!)
  expect((await resize(id, 2, { ...facts, capacity: 2 })).problem.code).toBe('capacityBelowConfirmed')
  // What is over holds no place against it.
  house.clock.now += 2 * HOUR
  expect((await resize(id, 2, { ...facts, capacity: 2 })).status).toBe(200)
  expect(await countsOf(house, id)).toMatchObject({ capacity: 2, confirmed: 2, offered: 0, waiting: 0 })
})

test('an offer ends at the start, when that is moved nearer', async () => {
  const facts = inTime(6 * HOUR, { capacity: 1 })
  const id = await post(house, facts)
  await join(id, people[0]!)
  await join(id, people[1]!)
  await leave(id, people[0]!)
  const startsAt = house.clock.now + HOUR
  await resize(id, 1, { ...facts, startsAt, signupClosesAt: startsAt })
  expect(await mine(id, people[1]!)).toMatchObject({ status: 'offered', offerUntil: startsAt })
})

test('hundreds of new places are given in several units, and nobody comes between', async () => {
  const facts = inTime(10 * DAY, { capacity: 1, waitlistCapacity: 100 })
  const id = await post(house, facts)
  for (const one of people.slice(0, 96)) await join(id, one)
  await resize(id, 1, { ...facts, capacity: 90 })
  expect((await join(id, people[98]!)).status).toBe('waitlisted')
  for (let i = 0; i < 3; i += 1) await run('activities.passOn', { activityId: id })
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 90, waiting: 7 })
  expect(await states(id, [people[89]!, people[90]!, people[98]!])).toEqual([
    'confirmed',
    'waitlisted 1',
    'waitlisted 7',
  ])
})

test('called off, those who wait are released and told as well', async () => {
  const id = await post(house, inTime(6 * HOUR, { capacity: 1 }))
  const [a, b, c] = people as [Somebody, Somebody, Somebody]
  for (const one of [a, b, c]) await join(id, one)
  await leave(id, a)
  await house.ask(cancelActivity, { id, reason: '有大雨' }, { token: worker.token })
  expect(await states(id, [b, c])).toEqual(['cancelledByHost', 'cancelledByHost'])
  expect(await countsOf(house, id)).toMatchObject({ offered: 0, waiting: 0 })
  const { body } = await house.ask(getRoster, { id }, { token: worker.token })
  expect(body.items).toHaveLength(2)
})

test('who closes the account gives place and waiting back, and the next is told', async () => {
  const id = await post(house, inTime(3 * DAY, { capacity: 1 }))
  const [a, b, c] = await crowd(house, 3)
  for (const one of [a!, b!, c!]) await join(id, one)
  await house.ask(leaveAccount, {}, { token: a!.token })
  await run('activities.passOn', { activityId: id })
  expect(await states(id, [b!, c!])).toEqual(['confirmed', 'waitlisted 1'])
  expect(await told(b!)).toEqual(['候补到了'])
  await house.ask(leaveAccount, {}, { token: c!.token })
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 1, waiting: 0 })
})

test('what I see: the position on my list, and at home an offer with its end before all else', async () => {
  const [a, b, c] = await crowd(house, 3)
  const later = await post(house, inTime(3 * HOUR, { capacity: 5 }))
  await join(later, b!)
  const id = await post(house, inTime(12 * HOUR, { capacity: 1 }))
  for (const one of [a!, b!, c!]) await join(id, one)
  await leave(id, a!)
  const until = house.clock.now + 2 * HOUR
  const home = (await house.ask(listMine, {}, { token: b!.token })).body.items
  expect(home.map(({ kind, until: end }) => [kind, end])).toEqual([
    ['activityOffer', until],
    ['activityComing', house.clock.now + 3 * HOUR],
  ])
  const { items } = (await house.ask(listMine, {}, { token: c!.token })).body
  expect(items.map(({ kind, note }) => [kind, note.split(' · ')[0]])).toEqual([
    ['activityWaiting', '候补第 1 位'],
  ])
  const { body } = await house.ask(mySignups, {}, { token: c!.token })
  expect(body.items[0]).toMatchObject({
    status: 'waitlisted',
    position: 1,
    activity: { id, waiting: 1, offered: 1 },
  })
  house.clock.now += 2 * HOUR
  expect((await house.ask(listMine, {}, { token: b!.token })).body.items.map(({ kind }) => kind)).toEqual([
    'activityComing',
  ])
})
