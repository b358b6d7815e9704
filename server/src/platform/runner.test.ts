import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { jobs } from './tables.ts'
import { openApp, type TestApp, tokens } from './testing/app.ts'
import { BROKEN, CLOSED, THROWS } from './testing/routes.ts'
import { things } from './testing/things.ts'

let house: TestApp
let seen = 0
beforeAll(async () => {
  house = await openApp({ limits: { person: 1000, address: 1000 } })
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.store.write(async (tx) => {
    await tx.delete(things)
    await tx.delete(jobs)
    await tx.insert(things).values([
      { id: 'book', name: 'book' },
      { id: 'annas', name: 'anna' },
      { id: 'hidden', name: '藏' },
    ])
  })
  house.clock.now += 1000
  house.outside.gather = async (word) => word
  seen = (await house.audit()).length
})
const { anna, ben, worker, stranger } = tokens
const add = (id: string, name: string, token: string = anna) =>
  house.ask('/api/things', { token, body: { id, name } })
const rename = (id: string, token: string) =>
  house.ask(`/api/things/${id}`, { method: 'PUT', token, body: { name: '新名' } })
const find = async (id: string) => (await house.store.read.select().from(things).where(eq(things.id, id)))[0]
/** What this test has put into the audit log. */
const written = async () =>
  (await house.audit()).slice(seen).map(({ action, outcome, actorId, subject, details }) => ({
    action,
    outcome,
    actorId,
    subject,
    details,
  }))

describe('a command', () => {
  test('that goes well is done, answered and written down in one', async () => {
    const reply = await add('new', '新的')
    expect([reply.status, reply.json]).toEqual([200, { id: 'new', name: '新的', count: 0 }])
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(await find('new')).toEqual(reply.json)
    expect(await written()).toEqual([
      { action: 'things.add', outcome: 'done', actorId: 'anna', subject: 'new', details: { added: true } },
    ])
    const [row] = (await house.audit()).slice(seen)
    expect(row).toMatchObject({ at: house.clock.now, requestId: reply.headers.get('x-request-id') })
    expect(await house.store.read.$count(jobs)).toBe(1)
  })
  test('that is refused leaves nothing but a line in the audit log', async () => {
    const reply = await add('late', CLOSED)
    expect([reply.status, reply.problem.code, reply.problem.title]).toEqual([409, 'closed', '已经截止'])
    expect(reply.problem.detail).toBe('请到窗口办理')
    expect(await find('late')).toBeUndefined()
    expect(await house.store.read.$count(jobs)).toBe(0)
    expect(await written()).toEqual([
      {
        action: 'things.add',
        outcome: 'refused:closed',
        actorId: 'anna',
        subject: 'late',
        details: { added: true },
      },
    ])
  })
  test('that a unique index refuses says what the route says of it', async () => {
    const reply = await add('second', 'book')
    expect([reply.status, reply.problem.code]).toEqual([409, 'nameTaken'])
    expect(await written()).toMatchObject([{ outcome: 'refused:nameTaken' }])
    // An index that the route does not explain is our own fault.
    expect((await add('book', 'another')).status).toBe(500)
  })
  test('that breaks, or answers something else than its contract says, leaves nothing at all', async () => {
    for (const name of [THROWS, BROKEN]) {
      const reply = await add('broken', name)
      expect([reply.status, reply.problem.code]).toEqual([500, 'internal'])
      expect(reply.text).not.toContain('extra')
    }
    expect(await find('broken')).toBeUndefined()
    expect(await house.store.read.$count(jobs)).toBe(0)
    expect(await written()).toEqual([])
  })
  test('is 404 for what is not there', async () => {
    expect(await rename('nowhere', ben)).toMatchObject({ status: 404, problem: { code: 'notFound' } })
    expect(await written()).toEqual([])
  })
  test('is 404 for what must not be known to exist, told exactly as if it were not there', async () => {
    const [hidden, absent] = [await rename('hidden', ben), await rename('nowhere', ben)]
    const { requestId: _one, ...told } = hidden.problem
    const { requestId: _other, ...expected } = absent.problem
    expect(told).toEqual(expected)
    expect(hidden.status).toBe(404)
    expect(await find('hidden')).toMatchObject({ name: '藏' })
    expect(await written()).toEqual([
      {
        action: 'things.rename',
        outcome: 'hidden',
        actorId: 'ben',
        subject: 'hidden',
        details: { from: '藏' },
      },
    ])
  })
  test('is 403 for what may be seen and not touched', async () => {
    expect(await rename('book', anna)).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
    expect(await find('book')).toMatchObject({ name: 'book' })
    expect(await written()).toMatchObject([{ outcome: 'forbidden', actorId: 'anna', subject: 'book' }])
  })
  test('with another method on the same address is another command', async () => {
    expect((await rename('book', ben)).json).toEqual({ id: 'book', name: '新名', count: 0 })
    expect((await house.ask('/api/things/book', { method: 'DELETE', token: ben })).json).toEqual({ ok: true })
    expect(await written()).toMatchObject([{ action: 'things.rename' }, { action: 'things.remove' }])
  })
})

describe('a refusal that keeps what was written', () => {
  const guess = (word: string) => house.ask('/api/guesses', { body: { id: 'book', word } })
  test('counts the try', async () => {
    const wrong = await guess('film')
    expect([wrong.status, wrong.problem.code]).toEqual([422, 'wrong'])
    expect(await find('book')).toMatchObject({ count: 1 })
    const right = await guess('book')
    expect([right.status, right.json]).toEqual([200, { secret: 'open sesame' }])
    expect(await find('book')).toMatchObject({ count: 2 })
    expect(await written()).toMatchObject([
      { outcome: 'refused:wrong', actorId: null, details: {} },
      { outcome: 'done', actorId: null },
    ])
    expect(JSON.stringify(await written())).not.toMatch(/film|sesame/)
  })
})

describe('asking the outside world', () => {
  const askOutside = (id: string, word = 'hello') => house.ask('/api/outside', { body: { id, word } })
  test('happens outside the unit of work: others write meanwhile', async () => {
    house.outside.gather = async (word) => {
      await house.store.write((tx) => tx.insert(things).values({ id: 'meanwhile' }))
      return `${word} back`
    }
    expect((await askOutside('asked')).json).toEqual({ id: 'asked', name: 'hello back', count: 0 })
    expect(await find('meanwhile')).toBeDefined()
  })
  test('and being refused by it is written down', async () => {
    house.outside.gather = async () => 'down'
    expect(await askOutside('asked')).toMatchObject({ status: 503, problem: { code: 'outsideDown' } })
    expect(await find('asked')).toBeUndefined()
    expect(await written()).toMatchObject([{ action: 'things.askOutside', outcome: 'refused:outsideDown' }])
  })
  test('and its breaking is no answer', async () => {
    house.outside.gather = async () => {
      throw new Error('socket of 10.0.0.1')
    }
    const reply = await askOutside('asked')
    expect([reply.status, reply.text.includes('socket')]).toEqual([500, false])
  })
})

describe('a read', () => {
  const read = (id: string, token: string, rest = '') =>
    house.ask(`/api/staff/things/${id}${rest}`, { token })
  test('of what is one’s own is for nobody else, and is not kept anywhere', async () => {
    const own = await house.ask('/api/me/things/annas', { token: anna })
    expect([own.status, own.headers.get('cache-control'), own.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ])
    expect((await house.ask('/api/me/things/annas', { token: ben })).status).toBe(404)
    expect((await house.ask('/api/me/things/nowhere', { token: anna })).status).toBe(404)
    expect(await written()).toEqual([])
  })
  test('of protected data is written down, with what was chosen and no more', async () => {
    expect((await read('book', worker, '?why=13800000001')).status).toBe(200)
    expect(await written()).toEqual([
      { action: 'things.readProtected', outcome: 'read', actorId: 'worker', subject: 'book', details: {} },
    ])
  })
  test('of another community’s is 404, and the attempt is written down', async () => {
    expect((await read('book', stranger, '?why=13800000001')).status).toBe(404)
    expect(await written()).toMatchObject([{ outcome: 'hidden', actorId: 'stranger', subject: 'book' }])
    expect(JSON.stringify(await written())).not.toContain('13800000001')
  })
})
