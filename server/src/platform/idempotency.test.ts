import { createHash, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forget } from './idempotency.ts'
import { answeredCommands } from './tables.ts'
import { openApp, type TestApp, tokens } from './testing/app.ts'
import { CLOSED } from './testing/routes.ts'
import { things } from './testing/things.ts'

let house: TestApp
let key = ''
beforeAll(async () => {
  house = await openApp({ limits: { person: 1000, address: 1000 } })
})
afterAll(() => house.close())
beforeEach(async () => {
  key = randomUUID()
  house.outside.gather = async (word) => word
  house.outside.meanwhile = async () => {}
  await house.store.write((tx) => tx.delete(things))
})
const { anna, ben } = tokens
const add = (id: string, name: string, more: Parameters<TestApp['ask']>[1] = {}) =>
  house.ask('/api/things', { token: anna, key, body: { id, name }, ...more })
const guess = (word: string) => house.ask('/api/guesses', { key, body: { id: 'book', word } })
const find = async (id: string) => (await house.store.read.select().from(things).where(eq(things.id, id)))[0]
const auditCount = async () => (await house.audit()).length

describe('the key', () => {
  test.each([null, 'short', 'x'.repeat(81), 'with spaces in it all', '../../../etc/passwd'])(
    '%s is refused, and nothing is done',
    async (wrong) => {
      const reply = await add('a', '甲', { key: wrong })
      expect([reply.status, reply.problem.code]).toEqual([400, 'keyMissing'])
      expect(await find('a')).toBeUndefined()
    },
  )
  test('belongs to one person: another’s same key is another key', async () => {
    expect((await add('a', '甲')).status).toBe(200)
    expect((await add('b', '乙', { token: ben })).status).toBe(200)
  })
})

describe('a retry after a lost answer', () => {
  test('gets the same bytes and changes nothing', async () => {
    const first = await add('a', '甲')
    const before = await auditCount()
    await house.store.write((tx) => tx.update(things).set({ name: '改了' }).where(eq(things.id, 'a')))
    house.clock.now += 3_600_000
    const again = await add('a', '甲')
    expect([again.status, again.text]).toEqual([200, first.text])
    expect(await auditCount()).toBe(before)
    expect(await find('a')).toMatchObject({ name: '改了' })
  })
  test('does not care in what order the fields come', async () => {
    const first = await add('a', '甲', { raw: '{"id":"a","name":"甲"}' })
    const again = await add('a', '甲', { raw: '{ "name": "甲", "id": "a" }' })
    expect([again.status, again.text]).toEqual([200, first.text])
  })
  test('of a refusal is tried again: nothing was done', async () => {
    expect((await add('a', CLOSED)).status).toBe(409)
    expect((await add('a', CLOSED)).status).toBe(409)
    expect(await find('a')).toBeUndefined()
  })
  test('of a refusal that kept something is not counted again', async () => {
    await add('book', 'book', { key: randomUUID() })
    const first = await guess('film')
    const again = await guess('film')
    expect([again.status, again.problem.code]).toEqual([first.status, 'wrong'])
    expect(await find('book')).toMatchObject({ count: 1 })
  })
  test('asks the outside world no second time', async () => {
    let asked = 0
    house.outside.gather = async (word) => `${word} ${(asked += 1)}`
    const send = () => house.ask('/api/outside', { key, body: { id: 'out', word: 'x' } })
    const first = await send()
    const again = await send()
    expect([again.text, asked]).toEqual([first.text, 1])
  })
})

test('the same key with something else is refused', async () => {
  await add('a', '甲')
  for (const other of [await add('b', '甲'), await add('a', '乙')])
    expect([other.status, other.problem.code]).toEqual([409, 'keyReused'])
  const elsewhere = await house.ask('/api/things/a', { method: 'DELETE', token: anna, key })
  expect([elsewhere.status, elsewhere.problem.code]).toEqual([409, 'keyReused'])
  expect(await find('a')).toBeDefined()
  expect(await find('b')).toBeUndefined()
})

describe('twenty at once with one key', () => {
  const twenty = Array.from({ length: 20 }, (_, i) => i)
  test('have one effect and one answer', async () => {
    const before = await auditCount()
    const replies = await Promise.all(twenty.map(() => add('a', '甲')))
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(replies[0]!.status).toBe(200)
    expect(await auditCount()).toBe(before + 1)
    expect(await house.store.read.$count(things)).toBe(1)
  })
  test('count one wrong guess', async () => {
    await add('book', 'book', { key: randomUUID() })
    const replies = await Promise.all(twenty.map(() => guess('film')))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([422]))
    expect(await find('book')).toMatchObject({ count: 1 })
  })
  test('ask the outside world once, whose answers may work only once', async () => {
    const used = new Set<string>()
    house.outside.gather = async (word) => {
      if (used.has(word)) return 'down'
      used.add(word)
      return word
    }
    const replies = await Promise.all(
      twenty.map(() => house.ask('/api/outside', { key, body: { id: 'o', word: 'w' } })),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

describe('what is stored of an answer', () => {
  test('can’t be read or found without the key', async () => {
    await add('book', 'book', { key: randomUUID() })
    expect((await guess('book')).json).toEqual({ secret: 'open sesame' })
    const rows = await house.store.read.select().from(answeredCommands)
    const text = JSON.stringify(rows)
    expect(text).not.toContain('sesame')
    expect(text).not.toContain(key)
    for (const { answer } of rows)
      expect(Buffer.from(answer, 'base64').toString('latin1')).not.toContain('sesame')
    // Neither the id nor the digest is the key’s own hash, which would open the answer.
    const hash = createHash('sha256').update(key).digest('base64url')
    expect(text).not.toContain(hash)
  })
  test('that was tampered with is no answer', async () => {
    await add('a', '甲')
    const rows = await house.store.read.select().from(answeredCommands)
    const last = rows.toSorted((x, y) => x.at - y.at).at(-1)!
    const bytes = Buffer.from(last.answer, 'base64')
    bytes[bytes.length - 1]! ^= 1
    await house.store.write((tx) => tx.update(answeredCommands).set({ answer: bytes.toString('base64') }))
    expect((await add('a', '甲')).status).toBe(500)
  })
  test('is forgotten in time, in parts', async () => {
    await house.store.write((tx) => tx.delete(answeredCommands))
    for (let i = 0; i < 5; i += 1) await add(`${i}`, `${i}`, { key: randomUUID() })
    const later = house.clock.now + 1
    const forgetTwo = () => house.store.write((tx) => forget(tx, later, 2))
    expect(await house.store.write((tx) => forget(tx, house.clock.now, 100))).toBe(0)
    expect([await forgetTwo(), await forgetTwo(), await forgetTwo(), await forgetTwo()]).toEqual([2, 2, 1, 0])
  })
})
