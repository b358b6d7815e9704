import type { Standing } from '@tmt/shared/activities/attendance-rules.ts'
import { addChild, listChildren, removeChild } from '@tmt/shared/activities/children-contract.ts'
import {
  cancelSignup,
  listCandidates,
  mySignup,
  signUp,
  type Who,
  withdrawSignup,
} from '@tmt/shared/activities/signup-contract.ts'
import { admitSignup, getRoster } from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aboutMe } from '../about-me.ts'
import { DONGAN } from '../demo/city.ts'
import { family } from '../residency/testing/seats.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { signups } from './tables.ts'
import { countsOf, post } from './testing/activity.ts'
import { childFacts, childOf } from './testing/signup-inputs.ts'
import { known } from './testing/signup-refusals.ts'

const standing = vi.hoisted(() => ({ of: new Map<string, Standing>() }))
vi.mock(import('./standing-store.ts'), async (original) => ({
  ...(await original()),
  standingOf: async (_db: unknown, personId: string) => standing.of.get(personId) ?? 'good',
}))

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
const join = (id: string, { token }: Somebody, who?: Who, declared?: ('health' | 'age' | 'insurance')[]) =>
  house.ask(signUp, { id, ...(who && { who }), ...(declared && { declared }) }, { token })
const mine = async (id: string, { token }: Somebody) => (await house.ask(mySignup, { id }, { token })).body
const candidates = async (id: string, { token }: Somebody) =>
  (await house.ask(listCandidates, { id }, { token })).body
const member = ({ id }: Somebody): Who => ({ kind: 'member', id })
const roster = async (id: string, part: 'coming' | 'waiting' | 'awaiting' = 'coming') =>
  (await house.ask(getRoster, { id, part }, { token: worker.token })).body

test('one signs up oneself, those who live at the same door, and one’s own child; each is a row', async () => {
  const { people } = await family(house, 3)
  const [me, other, third] = people as [Somebody, Somebody, Somebody]
  const child = await childOf(house, me)
  const id = await post(house, { capacity: 2, waitlistCapacity: 5 })
  const { items, hint } = await candidates(id, me)
  expect(items.map(({ who, name, obstacle }) => [who.kind, name !== null, obstacle])).toEqual([
    ['self', false, null],
    ['member', true, null],
    ['member', true, null],
    ['child', true, null],
  ])
  expect(hint).toBeNull()
  expect((await join(id, me)).body).toMatchObject({ who: { kind: 'self' }, status: 'confirmed' })
  expect((await join(id, me, member(other))).body).toMatchObject({ who: member(other), status: 'confirmed' })
  expect((await join(id, me, { kind: 'child', id: child })).body).toMatchObject({
    name: '演示小朋友',
    status: 'waitlisted',
    position: 1,
  })
  // Whoever was signed up by somebody else is on the list.
  expect((await join(id, other)).problem.code).toBe('alreadySignedUp')
  expect((await mine(id, other)).signup).toMatchObject({ who: { kind: 'self' }, status: 'confirmed' })
  expect((await mine(id, me)).others.map(({ who, status }) => [who.kind, status])).toEqual([
    ['member', 'confirmed'],
    ['child', 'waitlisted'],
  ])
  expect((await candidates(id, me)).items.map(({ who }) => who)).toEqual([member(third)])
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 2, waiting: 1 })
  // A child's name is not read out on a list.
  const [waits] = (await roster(id, 'waiting')).items
  expect(waits).toMatchObject({ name: '演***', child: true })
  expect(waits!.by).toContain('演示家人')
})

test('of another door, or another’s child, nobody is signed up or taken off', async () => {
  const [mineHere, there] = [await family(house, 2), await family(house, 1)]
  const [me, other] = mineHere.people as [Somebody, Somebody]
  const id = await post(house)
  expect((await join(id, me, member(there.people[0]!))).problem.code).toBe('notOfHousehold')
  const child = await childOf(house, other)
  expect((await join(id, me, { kind: 'child', id: child })).problem.code).toBe('notOfHousehold')
  expect((await house.ask(removeChild, { id: child }, { token: me.token })).status).toBe(404)
  const { body } = await join(id, other)
  const taking = house.ask(withdrawSignup, { id, signupId: body.id }, { token: me.token })
  expect((await taking).status).toBe(404)
})

test('a household has as many places as it may, however many of it ask at once, those who wait among them', async () => {
  const { people } = await family(house, 5)
  const id = await post(house, { capacity: 1, waitlistCapacity: 9, householdLimit: 2 })
  const replies = await Promise.all(people.map((one) => join(id, one)))
  expect(replies.map(({ status, problem }) => (status === 200 ? 'in' : problem.code)).toSorted()).toEqual([
    'householdFull',
    'householdFull',
    'householdFull',
    'in',
    'in',
  ])
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 1, waiting: 1 })
  // Whoever is no verified resident is a household by themselves.
  expect((await join(id, await somebody(house))).body.status).toBe('waitlisted')
})

test('ages are those of a verified number or of a child’s record; where unknown they are declared, and kept', async () => {
  const id = await post(house, { minAge: 60, healthPledge: true })
  const old = await known(house, '1950-01-01', 'female')
  expect((await candidates(id, old)).items[0]).toMatchObject({ obstacle: null, asks: ['health'] })
  const young = await known(house, '1990-01-01', 'female')
  expect((await join(id, young, undefined, ['age', 'health'])).problem.code).toBe('tooYoung')
  const unknown = await somebody(house)
  expect((await candidates(id, unknown)).items[0]).toMatchObject({ asks: ['age', 'health'] })
  expect((await join(id, unknown, undefined, ['health'])).problem.code).toBe('undeclared')
  const { body } = await join(id, unknown, undefined, ['age', 'health', 'insurance'])
  const [row] = await house.store.read.select().from(signups).where(eq(signups.id, body.id))
  expect(row!.declared).toEqual(['age', 'health'])
})

test('what is at the same time is said, and hinders nobody', async () => {
  const me = await somebody(house)
  const [first, second] = [await post(house, { title: '义诊' }), await post(house)]
  await join(first, me)
  expect((await candidates(second, me)).items[0]!.clash).toMatchObject({ title: '义诊' })
  expect((await join(second, me)).status).toBe(200)
})

test('a child is sealed, read by its guardian alone, and gone with the guardian', async () => {
  const me = await somebody(house)
  await house.ask(addChild, childFacts({ name: '演示小朋友' }), { token: me.token })
  const { body } = await house.ask(listChildren, {}, { token: me.token })
  expect(body.items).toMatchObject([{ name: '演示小朋友', born: '2020-03-05', relation: 'parent' }])
  const other = await house.ask(listChildren, {}, { token: worker.token })
  expect(other.body.items).toEqual([])
  const id = await post(house)
  await join(id, me, { kind: 'child', id: body.items[0]!.id })
  const part = aboutMe.find((one) => one.id === 'children')!
  expect(await part.read(house.store.read, me.id, house.clock.now)).toHaveLength(1)
  await house.store.write((tx) => part.erase!(tx, me.id, house.clock.now))
  expect((await house.ask(listChildren, {}, { token: me.token })).body.items).toEqual([])
  // The place is still known; whose it was is not.
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 1 })
  expect((await mine(id, me)).others).toMatchObject([{ who: { kind: 'member' } }])
})

test('three times not come: the sign-up waits for a worker, takes no place, and counts once it is confirmed', async () => {
  const me = await somebody(house)
  const id = await post(house, { capacity: 1, waitlistCapacity: 3 })
  standing.of.set(me.id, 'hint')
  expect((await candidates(id, me)).hint).toContain('请提前取消')
  standing.of.set(me.id, 'confirm')
  expect((await candidates(id, me)).hint).toContain('社区工作人员确认')
  const { body } = await join(id, me)
  expect(body.status).toBe('awaiting')
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 0, waiting: 0 })
  const row = (await roster(id, 'awaiting')).items[0]!
  expect([row.id, (await roster(id)).awaiting]).toEqual([body.id, 1])
  const admit = () => house.ask(admitSignup, { id, signupId: body.id }, { token: worker.token })
  await join(id, await somebody(house))
  expect((await admit()).status).toBe(200)
  expect((await mine(id, me)).signup).toMatchObject({ status: 'waitlisted', position: 1 })
  expect((await admit()).problem.code).toBe('notAwaiting')
})

test('the guardian leaves only after the child, where it may not be there alone', async () => {
  const me = await somebody(house)
  const child: Who = { kind: 'child', id: await childOf(house, me) }
  const startsAt = house.clock.now + 2 * DAY
  const times = { startsAt, endsAt: startsAt + HOUR, signupClosesAt: startsAt }
  const id = await post(house, { ...times, guardianRequired: true })
  expect((await join(id, me, child)).problem.code).toBe('guardianFirst')
  await join(id, me)
  const { body } = await join(id, me, child)
  const leave = () => house.ask(cancelSignup, { id }, { token: me.token })
  expect((await leave()).problem.code).toBe('childrenFirst')
  await house.ask(withdrawSignup, { id, signupId: body.id }, { token: me.token })
  expect((await leave()).status).toBe(200)
})
