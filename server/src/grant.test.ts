import { getMe } from '@tmt/shared/people/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN } from './demo/city.ts'
import { auditEntries } from './platform/tables.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { runProgram } from './testing/program.ts'
import { newPhone, type Somebody, somebody } from './testing/somebody.ts'

let house: TestHouse
let person: Somebody
beforeAll(async () => {
  house = await openHouse()
  // The command is a process of its own and looks at the real clock.
  house.clock.now = Date.now()
  person = await somebody(house)
})
afterAll(() => house.close())

const grant = (...args: string[]) => runProgram('grant.ts', house.databaseUrl, args)
const order = (changes: Record<string, string> = {}) =>
  Object.entries({ phone: person.phone, role: 'worker', division: DONGAN, ...changes }).flatMap(
    ([name, value]) => [`--${name}`, value],
  )
const rolesOf = async () => {
  const { body } = await house.ask(getMe, {}, { token: person.token })
  return body.roles.map(({ role, division, until }) => ({ role, code: division.code, until }))
}

test('gives a role for so many days, renews it, and takes it back; each time it is written down', async () => {
  const given = await grant(...order({ days: '10' }))
  expect(given).toMatchObject({ code: 0, said: expect.stringContaining('东安居委会') })
  expect(given.said).not.toContain(person.phone)
  const [role] = await rolesOf()
  expect(role).toMatchObject({ role: 'worker', code: DONGAN })
  expect(Math.round((role!.until! - Date.now()) / DAY)).toBe(10)

  expect((await grant(...order())).code).toBe(0)
  expect((await rolesOf()).map(({ until }) => Math.round((until! - Date.now()) / DAY))).toEqual([365])

  expect((await grant(...order(), '--revoke')).code).toBe(0)
  expect(await rolesOf()).toEqual([])
  expect((await grant(...order(), '--revoke')).code).toBe(1)

  const rows = await house.store.read.select().from(auditEntries)
  const written = rows.filter(({ requestId }) => requestId === 'command')
  expect(written.map(({ action, subject }) => [action, subject])).toEqual([
    ['people.grantRole', person.id],
    ['people.grantRole', person.id],
    ['people.revokeRole', person.id],
  ])
  expect(JSON.stringify(written)).not.toContain(person.phone)
}, 120_000)

test('makes the person of a number that never signed in', async () => {
  const { code } = await grant(...order({ phone: newPhone(), role: 'town', division: '321202001000' }))
  expect(code).toBe(0)
  const above = await grant(...order({ phone: newPhone(), role: 'district', division: '321202000000' }))
  expect([above.code, above.said]).toEqual([0, expect.stringContaining('海陵区')])
}, 60_000)

test.each([
  ['a number that is none', { phone: '12345' }],
  ['a role at the wrong level', { role: 'worker', division: '321202001000' }],
  ['a district that is a town', { role: 'district', division: '321202001000' }],
  ['a division that is not in the register', { division: '321202001998' }],
  ['days without end', { days: 'Infinity' }],
])(
  'refuses %s, says why, and changes nothing',
  async (_name, changes) => {
    const before = await rolesOf()
    const { code, said } = await grant(...order(changes))
    expect(code).toBe(1)
    expect(said).toMatch(/[\u4e00-\u9fff]/)
    expect(said).not.toContain('    at ')
    expect(await rolesOf()).toEqual(before)
  },
  60_000,
)
