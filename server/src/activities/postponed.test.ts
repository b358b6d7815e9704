import { postponeActivity } from '@tmt/shared/activities/life-contract.ts'
import {
  answerOffer,
  cancelSignup,
  mySignup,
  signUp,
  withdrawSignup,
} from '@tmt/shared/activities/signup-contract.ts'
import { editActivity } from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { areListed } from './signup-store.ts'
import { standingOf } from './standing-store.ts'
import { countsOf, factsFrom, post } from './testing/activity.ts'
import { wasThere } from './testing/checkin.ts'

// Where the waiting list, the activity's own life and attendance meet.

let house: TestHouse
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += 2 * MINUTE
})

const join = async (id: string, { token }: Somebody) => (await house.ask(signUp, { id }, { token })).body
const leave = (id: string, { token }: Somebody) => house.ask(cancelSignup, { id }, { token })
const mine = async (id: string, { token }: Somebody) =>
  (await house.ask(mySignup, { id }, { token })).body.signup
const statusOf = async (id: string, who: Somebody) => {
  const signup = await mine(id, who)
  return signup && (signup.position === null ? signup.status : `${signup.status} ${signup.position}`)
}
const inTime = (by: number) => {
  const startsAt = house.clock.now + by
  const times = { startsAt, endsAt: startsAt + HOUR, signupClosesAt: startsAt }
  return { ...times, capacity: 1, waitlistCapacity: 10 }
}
const postpone = (id: string) =>
  house.ask(postponeActivity, { id, reason: '老师病了' }, { token: worker.token })
const edit = (id: string, version: number, facts: object) =>
  house.ask(
    editActivity,
    { id, version, reason: '老师好了', ...factsFrom(house.clock.now, facts) },
    { token: worker.token },
  )
/** One place, given back six hours before the start: the second has an offer, the third waits. */
async function offered() {
  const facts = inTime(6 * HOUR)
  const id = await post(house, facts)
  const [a, b, c] = (await crowd(house, 3)) as [Somebody, Somebody, Somebody]
  for (const one of [a, b, c]) await join(id, one)
  await leave(id, a)
  expect([await statusOf(id, b), await statusOf(id, c)]).toEqual(['offered', 'waitlisted 1'])
  return { id, facts, a, b, c }
}

test('put off: an offer goes back to the head of those who wait, and nothing moves until there is a new day', async () => {
  const { id, b, c } = await offered()
  expect((await postpone(id)).status).toBe(200)
  expect([await statusOf(id, b), await statusOf(id, c)]).toEqual(['waitlisted 1', 'waitlisted 2'])
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 0, offered: 0, waiting: 2 })
  const { id: signupId } = (await mine(id, b))!
  const answer = await house.ask(answerOffer, { id, signupId, accept: true }, { token: b.token })
  expect(answer.problem.code).toBe('notOffered')
  const ask = { of: id, until: house.clock.now, after: '', limit: 10 }
  expect(await areListed(house.store.read, ask)).toEqual([b.id, c.id].toSorted())
  // Far ahead the place is given at once.
  expect((await edit(id, 2, inTime(9 * DAY))).status).toBe(200)
  expect([await statusOf(id, b), await statusOf(id, c)]).toEqual(['confirmed', 'waitlisted 1'])
})
test('who waits may go while it is put off, and others move nearer', async () => {
  const { id, b, c } = await offered()
  await postpone(id)
  house.clock.now += 9 * HOUR
  expect((await leave(id, b)).status).toBe(200)
  expect(await statusOf(id, c)).toBe('waitlisted 1')
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 0, offered: 0, waiting: 1 })
})

/** Whether two such in a row would be held against somebody. */
async function blamed(go: (who: Somebody) => Promise<void>) {
  const who = await somebody(house)
  await go(who)
  await go(who)
  return (await standingOf(house.store.read, who.id, house.clock.now)) !== 'good'
}
async function cameTo(id: string, who: Somebody, startsAt: number) {
  house.clock.now = startsAt + MINUTE
  await wasThere(house, id, who)
  house.clock.now = startsAt + 2 * HOUR
}
/** Somebody else came, so that people were looked for. */
async function held(id: string, startsAt: number) {
  const other = await somebody(house)
  await join(id, other)
  await cameTo(id, other, startsAt)
}

test('who goes an hour before is missed; who only waited, let an offer go or went after a move is not', async () => {
  const late = await blamed(async (who) => {
    const facts = { ...inTime(3 * HOUR), capacity: 5 }
    const id = await post(house, facts)
    await join(id, who)
    house.clock.now = facts.startsAt - HOUR
    await leave(id, who)
    await held(id, facts.startsAt)
  })
  const waited = await blamed(async (who) => {
    const facts = { ...inTime(3 * HOUR), capacity: 2 }
    const id = await post(house, facts)
    const [first, second] = (await crowd(house, 2)) as [Somebody, Somebody]
    for (const one of [first, second]) await join(id, one)
    const { id: signupId } = await join(id, who)
    house.clock.now = facts.startsAt - HOUR
    await house.ask(withdrawSignup, { id, signupId }, { token: who.token })
    await cameTo(id, first, facts.startsAt)
  })
  const declined = await blamed(async (who) => {
    const facts = { ...inTime(4 * HOUR), capacity: 2 }
    const id = await post(house, facts)
    const [first, second] = (await crowd(house, 2)) as [Somebody, Somebody]
    for (const one of [first, second]) await join(id, one)
    const { id: signupId } = await join(id, who)
    house.clock.now = facts.startsAt - 2.5 * HOUR
    await leave(id, second)
    expect(await statusOf(id, who)).toBe('offered')
    house.clock.now = facts.startsAt - HOUR
    await house.ask(answerOffer, { id, signupId, accept: false }, { token: who.token })
    await cameTo(id, first, facts.startsAt)
  })
  const moved = await blamed(async (who) => {
    const facts = { ...inTime(3 * HOUR), capacity: 5 }
    const id = await post(house, facts)
    await join(id, who)
    house.clock.now += MINUTE
    await edit(id, 1, { ...facts, place: '三楼' })
    house.clock.now = facts.startsAt - HOUR
    await leave(id, who)
    await held(id, facts.startsAt)
  })
  expect({ late, waited, declined, moved }).toEqual({
    late: true,
    waited: false,
    declined: false,
    moved: false,
  })
})
