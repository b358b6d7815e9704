import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { cancelActivity, editActivity } from '@tmt/shared/activities/staff-contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { activities } from './tables.ts'
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
const join = (id: string, { token }: Somebody, key?: string) =>
  house.ask(signUp, { id }, { token, ...(key && { key }) })
const leave = (id: string, { token }: Somebody) => house.ask(cancelSignup, { id }, { token })
const resize = (id: string, version: number, capacity: number) =>
  house.ask(
    editActivity,
    { id, version, ...factsFrom(house.clock.now, { capacity }) },
    { token: worker.token },
  )

/** What the replies said, counted: `{ 200: 2, full: 98 }`. */
function tally(replies: { status: number; problem: { code?: string } }[]) {
  const said = Map.groupBy(replies, ({ status, problem }) => (status === 200 ? '200' : `${problem.code}`))
  return Object.fromEntries([...said].map(([key, same]) => [key, same.length]))
}

test.each([1, 2, 30])('a hundred at once for %i places: exactly so many get one', async (capacity) => {
  const id = await post(house, { capacity })
  const replies = await Promise.all(people.map((person) => join(id, person)))
  expect(tally(replies)).toEqual({ 200: capacity, full: 100 - capacity })
  expect(await countsOf(house, id)).toMatchObject({ confirmed: capacity, rows: { confirmed: capacity } })
})

test('a hundred at once for a hundred places: everybody gets one', async () => {
  const id = await post(house, { capacity: 100 })
  expect(tally(await Promise.all(people.map((person) => join(id, person))))).toEqual({ 200: 100 })
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 100, rows: { confirmed: 100 } })
})

test('a double click takes one place, with one key or with two, even the last one', async () => {
  for (const capacity of [1, 5]) {
    const sameKey = await post(house, { capacity })
    const key = `double-click-${capacity}-${sameKey}`
    const [a, b] = await Promise.all([join(sameKey, people[0]!, key), join(sameKey, people[0]!, key)])
    expect([a.status, b.body]).toEqual([200, a.body])
    expect(await countsOf(house, sameKey)).toMatchObject({ confirmed: 1, rows: { confirmed: 1 } })

    const twoKeys = await post(house, { capacity })
    const replies = await Promise.all(Array.from({ length: 4 }, () => join(twoKeys, people[0]!)))
    // Whoever has the place is told so, not that it is full.
    expect(tally(replies)).toEqual({ 200: 1, alreadySignedUp: 3 })
    expect(await countsOf(house, twoKeys)).toMatchObject({ confirmed: 1, rows: { confirmed: 1 } })
  }
})

test('giving back twice at once frees one place', async () => {
  const id = await post(house, { capacity: 3 })
  for (const person of people.slice(0, 3)) await join(id, person)
  const replies = await Promise.all(Array.from({ length: 4 }, () => leave(id, people[0]!)))
  expect(tally(replies)).toEqual({ 200: 1, notSignedUp: 3 })
  expect(await countsOf(house, id)).toMatchObject({
    confirmed: 2,
    rows: { confirmed: 2, cancelledByUser: 1 },
  })
})

test('fewer places than people are refused; as many are not; more let more in', async () => {
  const id = await post(house, { capacity: 4 })
  for (const person of people.slice(0, 3)) await join(id, person)
  const below = await resize(id, 1, 2)
  expect([below.status, below.problem.code]).toEqual([409, 'capacityBelowConfirmed'])
  expect((await resize(id, 1, 3)).body).toMatchObject({ capacity: 3, confirmed: 3, version: 2 })
  expect((await join(id, people[3]!)).problem.code).toBe('full')
  await resize(id, 2, 5)
  expect((await join(id, people[3]!)).status).toBe(200)
})

test('places taken away while a crowd signs up: never more people than places', async () => {
  for (const capacity of [1, 5, 20]) {
    const id = await post(house, { capacity: 40 })
    const [shrunk, ...replies] = await Promise.all([
      resize(id, 1, capacity),
      ...people.slice(0, 40).map((person) => join(id, person)),
    ])
    const { rows, ...now } = await countsOf(house, id)
    expect(now.confirmed).toBe(rows.confirmed)
    expect(now.confirmed).toBeLessThanOrEqual(now.capacity)
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(now.confirmed)
    const outcome = shrunk.status === 200 ? capacity : shrunk.problem.code
    expect([capacity, 'capacityBelowConfirmed']).toContain(outcome)
    expect(now.capacity).toBe(shrunk.status === 200 ? capacity : 40)
  }
})

test('cancelled while a crowd signs up: nobody is left with a place', async () => {
  const id = await post(house, { capacity: 100 })
  const [cancelled, ...replies] = await Promise.all([
    house.ask(cancelActivity, { id, reason: '停电' }, { token: worker.token }),
    ...people.slice(0, 40).map((person) => join(id, person)),
  ])
  expect(cancelled.status).toBe(200)
  const { rows, confirmed, status } = await countsOf(house, id)
  expect([status, rows.confirmed, rows.cancelledByHost]).toEqual(['cancelled', 0, confirmed])
  expect(Object.keys(tally(replies)).filter((key) => key !== '200' && key !== 'cancelled')).toEqual([])
})

test('the database itself refuses more people than places, and fewer than none', async () => {
  const id = await post(house, { capacity: 2 })
  for (const confirmed of [3, -1]) {
    const overfill = house.store.write(
      async (tx) => void (await tx.update(activities).set({ confirmed }).where(eq(activities.id, id))),
    )
    await expect(overfill).rejects.toThrow()
  }
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 0, capacity: 2 })
})

test('after any storm of coming, going and resizing the counter is the number of rows', async () => {
  const few = people.slice(0, 8)
  const act = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('join' as const), who: fc.nat(7) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.nat(7) }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('resize' as const), to: fc.integer({ min: 1, max: 6 }) }),
    },
  )
  const storm = fc.array(fc.array(act, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 5 }), storm, async (capacity, waves) => {
      house.clock.now += 2 * MINUTE
      const id = await post(house, { capacity })
      const on = new Set<number>()
      for (const wave of waves) {
        const { body } = await house.ask(getActivity, { id })
        const replies = await Promise.all(
          wave.map((a) => {
            if (a.kind === 'resize') return resize(id, body.version, a.to)
            return a.kind === 'join' ? join(id, few[a.who]!) : leave(id, few[a.who]!)
          }),
        )
        expect(replies.filter(({ status }) => status >= 500)).toEqual([])
        const { rows, ...now } = await countsOf(house, id)
        expect(now.confirmed).toBe(rows.confirmed)
        expect(now.confirmed).toBeLessThanOrEqual(now.capacity)
        // Whoever only came or only went in this wave is where the last word said.
        few.forEach((_, who) => {
          const own = wave.flatMap((a, i) =>
            a.kind !== 'resize' && a.who === who ? [{ ...a, reply: replies[i]! }] : [],
          )
          const done = own.filter(({ reply }) => reply.status === 200)
          const balance = done.reduce(
            (sum, { kind }) => sum + (kind === 'join' ? 1 : -1),
            on.has(who) ? 1 : 0,
          )
          expect([0, 1]).toContain(balance)
          if (balance === 1) on.add(who)
          else on.delete(who)
        })
        expect(on.size).toBe(now.confirmed)
        expect((await house.ask(getActivity, { id })).body.confirmed).toBe(now.confirmed)
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)
