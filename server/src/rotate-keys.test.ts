import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ne } from 'drizzle-orm'
import { findIdentity } from './identity/store.ts'
import { newIdNumber, register, verified } from './identity/testing/identity.ts'
import { identities } from './identity/tables.ts'
import { findByPhone, personOfPhone } from './people/store.ts'
import { persons } from './people/tables.ts'
import { claimDatabase } from './platform/marks.ts'
import { reseal } from './platform/reseal.ts'
import { Secrets } from './platform/secrets.ts'
import { auditEntries } from './platform/tables.ts'
import { sealed } from './sealed.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { runProgram } from './testing/program.ts'
import { crowd, newPhone, type Somebody } from './testing/somebody.ts'

const old = { version: 1, key: Buffer.alloc(32, 7) }
const next = { version: 2, key: Buffer.alloc(32, 8) }
const changing = {
  DATA_KEY: `2:${next.key.toString('base64')}`,
  DATA_KEYS_OLD: old.key.toString('base64'),
}
const both = new Secrets(next, [old])

let house: TestHouse
let people: Somebody[]
beforeEach(async () => {
  house = await openHouse()
  await house.store.write((tx) => claimDatabase(tx, house.secrets, true))
  people = await crowd(house, 230)
})
afterEach(() => house.close())

const rotate = (env: Record<string, string> = changing) =>
  runProgram('rotate-keys.ts', house.databaseUrl, [], env)
const phones = async () => {
  const rows = await house.store.read
    .select({ id: persons.id, sealed: persons.phoneSealed, index: persons.phoneIndex })
    .from(persons)
    .where(ne(persons.phoneSealed, ''))
  return rows
}
const under = (version: number, rows: { sealed: string }[]) =>
  rows.filter((row) => row.sealed.startsWith(`sm4:${version}:`)).length

test('all that was sealed is sealed under the new key, found by it, and says the same', async () => {
  const online = await verified(house)
  const idNumber = newIdNumber()
  const { body: atCounter } = await register(house, { idNumber })
  const before = await phones()

  const { code, said } = await rotate()
  expect([code, said]).toEqual([0, expect.stringContaining('persons：已换 100 行')])
  expect(said).toContain('identities：已换')
  const after = await phones()
  expect([under(2, after), after.length]).toEqual([before.length, before.length])

  // The new key alone will do now, and the old one no longer.
  const alone = new Secrets(next)
  for (const { id, phone } of people.slice(0, 20)) {
    const found = await findByPhone(house.store.read, alone, phone)
    expect([found?.id, alone.unseal(found!.phoneSealed)]).toEqual([id, phone])
  }
  const counter = await findIdentity(house.store.read, atCounter.personId)
  expect(alone.unseal(counter!.numberSealed!)).toBe(idNumber)
  expect(counter!.numberIndex).toBe(alone.index('idNumber', idNumber))
  const other = await findIdentity(house.store.read, online.id)
  const subject = alone.unseal(other!.subjectSealed!)
  expect(other!.subjectIndex).toBe(alone.index('subject', subject))
  expect(alone.unseal(other!.nameSealed!)).toContain('演示')
  await house.store.write((tx) => claimDatabase(tx, alone, true))
  await expect(house.store.write((tx) => claimDatabase(tx, house.secrets, true))).rejects.toThrow('DATA_KEY')

  const rows = await house.store.read.select().from(auditEntries)
  const written = rows.filter(({ action }) => action === 'platform.rotateKeys')
  expect(written).toMatchObject([{ subject: 'key:2', details: { persons: before.length } }])

  // Again: there is nothing left to do, and nothing changes.
  const again = await rotate()
  expect([again.code, again.said.includes('已换 100')]).toEqual([0, false])
  expect(await phones()).toEqual(after)
}, 60_000)

test('killed in the middle it loses nothing, and the next run finishes', async () => {
  const program = fileURLToPath(new URL('rotate-keys.ts', import.meta.url))
  const env = { PATH: process.env.PATH, DATABASE_URL: house.databaseUrl, DEMO: '1', ...changing }
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'close')

  const half = await phones()
  expect(under(1, half) + under(2, half)).toBe(half.length)
  expect(under(2, half)).toBeGreaterThanOrEqual(100)
  // Whatever stands under which key, everybody is found, and comes to no second account.
  const now = house.clock.now
  for (const { id, phone } of people.filter((_, i) => i % 10 === 0)) {
    const found = await house.store.write((tx) => personOfPhone(tx, both, phone, now))
    expect([found.id, both.unseal(found.phoneSealed)]).toEqual([id, phone])
  }
  expect((await rotate()).code).toBe(0)
  const after = await phones()
  expect([under(2, after), after.length]).toEqual([half.length, half.length])
}, 60_000)

test('beside a running server: who comes meanwhile is found, and one number stays one person', async () => {
  const seen: number[] = []
  const newcomer = newPhone()
  await house.store.write((tx) => personOfPhone(tx, both, newcomer, house.clock.now))
  await reseal(house.store, both, sealed, (_table, rows) => void seen.push(rows))
  expect(seen.length).toBeGreaterThan(2)
  const found = await findByPhone(house.store.read, both, newcomer)
  expect(found).toBeDefined()
  const all = await phones()
  expect(new Set(all.map(({ index }) => index)).size).toBe(all.length)
})

test('a number under the old key is taken for a registration under the new one', async () => {
  const idNumber = newIdNumber()
  await register(house, { idNumber })
  const { isTaken } = await import('./identity/store.ts')
  const known = {
    personId: people[0]!.id,
    provider: 'counter',
    name: '演示',
    idNumber,
    subject: null,
  } as const
  expect(await isTaken(house.store.read, both, known)).toBe(true)
  expect(await house.store.read.$count(identities)).toBeGreaterThan(0)
})

test('without the old key it refuses, says why and changes nothing', async () => {
  const before = await phones()
  for (const env of [
    { DATA_KEY: changing.DATA_KEY, DATA_KEYS_OLD: '' },
    { DATA_KEY: changing.DATA_KEY, DATA_KEYS_OLD: Buffer.alloc(32, 9).toString('base64') },
  ]) {
    const { code, said } = await rotate(env)
    expect([code, said]).toEqual([1, expect.stringContaining('DATA_KEYS_OLD')])
    expect(said).not.toContain('    at ')
  }
  expect(await phones()).toEqual(before)
}, 60_000)

test('a row under a third key stops it with words, and what was done stays done', async () => {
  const third = new Secrets({ version: 9, key: Buffer.alloc(32, 9) })
  const phone = newPhone()
  await house.store.write((tx) => personOfPhone(tx, third, phone, house.clock.now + 60_000))
  const { code, said } = await rotate()
  expect([code, said]).toEqual([1, expect.stringContaining('请把每一个旧密钥都写进 DATA_KEYS_OLD')])
  expect(under(2, await phones())).toBeGreaterThanOrEqual(200)
}, 60_000)
