import { cancelSignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { cancelActivity, getRoster, getSignupPhone } from '@tmt/shared/activities/staff-contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { confirm } from './signup-store.ts'
import { post } from './testing/activity.ts'

let house: TestHouse
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
const roster = async (id: string, cursor?: string | null, who = worker) =>
  house.ask(getRoster, { id, ...(cursor && { cursor }) }, { token: who.token })
async function whole(id: string) {
  const first = await roster(id)
  const items = [...first.body.items]
  for (let { next } = first.body; next;) {
    const { body } = await roster(id, next)
    items.push(...body.items)
    next = body.next
  }
  return items
}
/** So many people on the list, by the store alone; several in the same millisecond. */
async function fill(id: string, size: number) {
  const people = await crowd(house, size)
  for (let i = 0; i < size; i += 50) {
    const { now } = house.clock
    await house.store.write(async (tx) => {
      for (const person of people.slice(i, i + 50)) await confirm(tx, id, person.id, now)
    })
    house.clock.now += 1
  }
  return people
}

test('in the order of signing up, numbered, with masked numbers', async () => {
  const id = await post(house, { title: '义诊', capacity: 5 })
  const named = await somebody(house, [], '演示居民丙')
  const unnamed = await somebody(house)
  const gone = await somebody(house)
  for (const { token } of [unnamed, gone, named]) {
    await house.ask(signUp, { id }, { token })
    house.clock.now += 1
  }
  await house.ask(cancelSignup, { id }, { token: gone.token })
  const { body } = await roster(id)
  const alone = { by: null, child: false, offerUntil: null }
  const tail = (phone: string) => phone.slice(-4)
  expect(body).toEqual({
    title: '义诊',
    confirmed: 2,
    capacity: 5,
    waiting: 0,
    offered: 0,
    awaiting: 0,
    items: [
      {
        id: expect.any(String),
        position: 1,
        name: `尾号 ${tail(unnamed.phone)} 的居民`,
        ...alone,
        phone: `199****${tail(unnamed.phone)}`,
        at: house.clock.now - 3,
      },
      {
        id: expect.any(String),
        position: 2,
        name: '演示居民丙',
        ...alone,
        phone: `199****${tail(named.phone)}`,
        at: house.clock.now - 1,
      },
    ],
    next: null,
  })
})

test('a number is told to who may call: the whole of it, one at a time, and it is written down', async () => {
  const id = await post(house)
  const other = await post(house)
  const [a, b] = await fill(id, 2)
  const { body } = await roster(id)
  const signupId = body.items[0]!.id
  const ask = (ids: { id: string; signupId: string }, who = worker) =>
    house.ask(getSignupPhone, ids, { token: who.token })
  expect((await ask({ id, signupId })).body).toEqual({ phone: a!.phone })
  const noted = await house.store.read
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, id), eq(auditEntries.action, 'activities.signupPhone')))
  expect(noted).toMatchObject([{ outcome: 'read', actorId: worker.id, details: { signupId } }])
  expect(JSON.stringify(noted)).not.toContain(a!.phone)

  expect((await ask({ id: other, signupId })).status).toBe(404)
  await house.ask(cancelSignup, { id }, { token: a!.token })
  expect((await ask({ id, signupId })).status).toBe(404)
  // Of a cancelled activity those are called who had a place.
  await house.ask(cancelActivity, { id, reason: '有大雨' }, { token: worker.token })
  const left = await roster(id)
  expect((await ask({ id, signupId: left.body.items[0]!.id })).body).toEqual({ phone: b!.phone })
})

test('whoever left and came back stands at the end', async () => {
  const id = await post(house)
  const [a, b] = await fill(id, 2)
  await house.ask(cancelSignup, { id }, { token: a!.token })
  house.clock.now += MINUTE
  await house.ask(signUp, { id }, { token: a!.token })
  const phones = (await whole(id)).map(({ phone }) => phone.slice(-4))
  expect(phones).toEqual([b, a].map((person) => person!.phone.slice(-4)))
})

test('a long roster comes in pages of a hundred, without gap or double, though somebody leaves between', async () => {
  const id = await post(house, { capacity: 250 })
  const people = await fill(id, 230)
  const { body: first } = await roster(id)
  expect([first.items.length, first.confirmed]).toEqual([100, 230])
  await house.ask(cancelSignup, { id }, { token: people[3]!.token })
  const { body: second } = await roster(id, first.next)
  const { body: third } = await roster(id, second.next)
  const shown = [...first.items, ...second.items, ...third.items]
  expect(shown.map(({ phone }) => phone.slice(-4))).toEqual(people.map(({ phone }) => phone.slice(-4)))
  expect(third.next).toBeNull()
  // Positions are those of the moment: one has moved up.
  expect(second.items[0]!.position).toBe(100)
  expect((await whole(id)).map(({ position }) => position)).toEqual(
    Array.from({ length: 229 }, (_, i) => i + 1),
  )
})

test('exactly one page has no next', async () => {
  const id = await post(house, { capacity: 100 })
  await fill(id, 100)
  const { body } = await roster(id)
  expect([body.items.length, body.next]).toEqual([100, null])
})

test('after a cancellation it shows who has to be told', async () => {
  const id = await post(house)
  const [a, b] = await fill(id, 3)
  await house.ask(cancelSignup, { id }, { token: b!.token })
  await house.ask(cancelActivity, { id, reason: '停水' }, { token: worker.token })
  const { body } = await roster(id)
  expect([body.confirmed, body.items.length]).toEqual([2, 2])
  expect(body.items[0]!.phone).toBe(`199****${a!.phone.slice(-4)}`)
})

test('a draft has an empty one', async () => {
  const id = await post(house, { publish: false })
  expect((await roster(id)).body).toMatchObject({ confirmed: 0, items: [], next: null })
})

test.each(['x', '100', '1.2', `1.${'z'.repeat(36)}`, '-1', '..'])('%j is no page', async (cursor) => {
  const { status, problem } = await roster(await post(house), cursor)
  expect([status, problem.code, problem.fields?.map(({ path }) => path)]).toEqual([
    422,
    'invalidInput',
    ['cursor'],
  ])
})

test('each reading is written down: who read whose list, when', async () => {
  const id = await post(house)
  await fill(id, 1)
  await roster(id)
  await roster(id)
  const elsewhere = await somebody(house, [{ role: 'worker', division: '321202002001' }])
  expect((await roster(id, null, elsewhere)).status).toBe(404)
  const rows = await house.store.read
    .select({ outcome: auditEntries.outcome, actorId: auditEntries.actorId, at: auditEntries.at })
    .from(auditEntries)
    .where(and(eq(auditEntries.action, 'activities.roster'), eq(auditEntries.subject, id)))
    .orderBy(auditEntries.id)
  const at = house.clock.now
  expect(rows).toEqual([
    { outcome: 'read', actorId: worker.id, at },
    { outcome: 'read', actorId: worker.id, at },
    { outcome: 'hidden', actorId: elsewhere.id, at },
  ])
})
