import { managedActivities } from '@tmt/shared/activities/staff-contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import { listPersonas, signInAsPersona } from '@tmt/shared/people/sign-in-contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { grantRole, revokeRole } from './store.ts'
import { roleGrants } from './tables.ts'

const CHENGDONG = '321202001000'
let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const rolesOf = async (token: string) => {
  const { body } = await house.ask(getMe, {}, { token })
  return body.roles.map(({ role, division, until }) => [role, division.code, until])
}
const statusOf = async (token: string, communityId = DONGAN) =>
  (await house.ask(managedActivities, { communityId }, { token })).status

test('a role ends by the clock, at its first instant', async () => {
  const until = house.clock.now + HOUR
  const { token } = await somebody(house, [{ role: 'worker', division: DONGAN, until }])
  house.clock.now = until - 1
  expect(await statusOf(token)).toBe(200)
  expect(await rolesOf(token)).toEqual([['worker', DONGAN, until]])
  house.clock.now = until
  expect(await statusOf(token)).toBe(403)
  expect(await rolesOf(token)).toEqual([])
})

test('a role that is taken back is gone with the next request; given again it is back', async () => {
  const { id, token } = await somebody(house, [{ role: 'worker', division: DONGAN }])
  expect(await statusOf(token)).toBe(200)
  const { now } = house.clock
  const grant = { personId: id, role: 'worker', division: DONGAN } as const
  expect(await house.store.write((tx) => revokeRole(tx, grant, now))).toBe(true)
  expect(await statusOf(token)).toBe(403)
  expect(await rolesOf(token)).toEqual([])
  expect(await house.store.write((tx) => revokeRole(tx, grant, now))).toBe(false)

  await house.store.write((tx) => grantRole(tx, { ...grant, until: now + DAY }, now))
  expect(await rolesOf(token)).toEqual([['worker', DONGAN, now + DAY]])
  expect(await statusOf(token)).toBe(200)
  // One row for one role over one division, however often it was given.
  expect(await house.store.read.$count(roleGrants, eq(roleGrants.personId, id))).toBe(1)
})

test('taking one role back leaves the others', async () => {
  const { id, token } = await somebody(house, [
    { role: 'worker', division: DONGAN },
    { role: 'committee', division: DONGAN },
    { role: 'worker', division: HUAYUAN },
  ])
  const grant = { personId: id, role: 'worker', division: DONGAN } as const
  await house.store.write((tx) => revokeRole(tx, grant, house.clock.now))
  expect(await rolesOf(token)).toEqual([
    ['committee', DONGAN, null],
    ['worker', HUAYUAN, null],
  ])
  expect(await statusOf(token, HUAYUAN)).toBe(200)
})

test.each([
  ['town', CHENGDONG, { [DONGAN]: 200, [HUAYUAN]: 200, '321202002001': 404, '321203001001': 404 }],
  ['district', '321202000000', { [DONGAN]: 200, [HUAYUAN]: 200, '321202002001': 200, '321203001001': 404 }],
  ['city', '321200000000', { [DONGAN]: 200, [HUAYUAN]: 200, '321202002001': 200, '321203001001': 200 }],
  ['worker', HUAYUAN, { [DONGAN]: 404, [HUAYUAN]: 200, '321202002001': 404, '321203001001': 404 }],
] as const)('%s of %s reaches so far', async (role, division, reached) => {
  const { token } = await somebody(house, [{ role, division }])
  for (const [communityId, status] of Object.entries(reached))
    expect([communityId, await statusOf(token, communityId)]).toEqual([communityId, status])
})

test('each persona of the demonstration signs in and is marked as such', async () => {
  const { body } = await house.ask(listPersonas, {})
  expect(body.items.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['resident', 'worker', 'committee', 'town', 'district', 'city']),
  )
  for (const persona of body.items) {
    const { body: signedIn } = await house.ask(signInAsPersona, { persona: persona.id })
    expect(signedIn.me).toMatchObject({ name: persona.name, demo: true, roles: [{ role: persona.role }] })
    // Counted up from zeros: no number that rings.
    expect(persona.phone).toMatch(/^1990000\d{4}$/)
    expect(persona.name).toContain('演示')
  }
})

test('a persona that was given a real role as well is listed once', async () => {
  const { body: before } = await house.ask(listPersonas, {})
  const { body } = await house.ask(signInAsPersona, { persona: 'resident' })
  const grant = { personId: body.me.id, role: 'worker', division: HUAYUAN, until: null } as const
  await house.store.write((tx) => grantRole(tx, grant, house.clock.now))
  house.clock.now += DAY
  const { body: after } = await house.ask(listPersonas, {})
  expect(after).toEqual(before)
})

test('nobody is signed in as a person who is no persona', async () => {
  const { id } = await somebody(house)
  for (const persona of ['nobody', 'admin']) {
    const { status, problem } = await house.ask(signInAsPersona, { persona })
    expect([status, problem.code]).toEqual([422, 'unknownPersona'])
  }
  expect((await house.ask(signInAsPersona, { persona: id })).problem.code).toBe('invalidInput')
})
