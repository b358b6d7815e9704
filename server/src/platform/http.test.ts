import { BlockList } from 'node:net'
import { Problem } from '@tmt/shared/problem.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openApp, type Reply, type TestApp, tokens } from './testing/app.ts'
import { things } from './testing/things.ts'

let house: TestApp
beforeAll(async () => {
  house = await openApp({ limits: { person: 1000, address: 1000 } })
})
afterAll(() => house.close())
beforeEach(() => {
  house.logged.length = 0
})
const ask = (...args: Parameters<TestApp['ask']>) => house.ask(...args)
const thing = (id: string, name = id) => ({ id, name })
const add = (body: unknown, more: Parameters<TestApp['ask']>[1] = {}) =>
  ask('/api/things', { token: tokens.anna, body, ...more })

/** Every failure is a problem document, whatever failed. */
function expectProblem(reply: Reply, status: number, code: string) {
  expect(reply.problem).toMatchObject({ status, code, type: `urn:taimintong:problem:${code}` })
  expect(Problem.safeParse(reply.json).success).toBe(true)
  expect(reply.status).toBe(status)
  expect(reply.problem.title).toMatch(/[\u4e00-\u9fff]/)
  expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.get('x-request-id')).toBe(reply.problem.requestId)
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
  expect(reply.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
}
const fieldsOf = ({ problem }: Reply) => Object.fromEntries(problem.fields!.map((f) => [f.path, f.message]))

describe('who may come at all', () => {
  test('401 without a token, with one of another shape, and with one that nobody has', async () => {
    for (const authorization of [
      '',
      'Bearer x',
      'Basic YTpi',
      `Bearer ${'x'.repeat(43)}`,
      `bearer ${tokens.anna}`,
    ])
      expectProblem(await ask('/api/me/things/a', { headers: { authorization } }), 401, 'notSignedIn')
    expectProblem(await add(thing('a'), { token: 'x'.repeat(43) }), 401, 'notSignedIn')
  })
  test('403 for staff’s endpoints when one is not, or only a resident', async () => {
    for (const token of [tokens.anna, tokens.ben])
      expectProblem(await ask('/api/staff/things/a', { token }), 403, 'forbidden')
  })
  test('is asked before what was sent is looked at', async () => {
    expectProblem(await add({ nonsense: 1 }, { token: '' }), 401, 'notSignedIn')
  })
})

describe('addresses and methods', () => {
  test('404 for an address that is none', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/things/a/b'])
      expectProblem(await ask(path), 404, 'notFound')
  })
  test.each([
    ['/api/things', 'GET', 'POST'],
    ['/api/things', 'OPTIONS', 'POST'],
    ['/api/things/a', 'POST', 'GET, PUT, DELETE, HEAD'],
    ['/api/things/a', 'PATCH', 'GET, PUT, DELETE, HEAD'],
    ['/api/time', 'OPTIONS', 'GET, HEAD'],
  ])('405 for %s asked with %s, with what is allowed', async (path, method, allow) => {
    const reply = await ask(path, { method })
    expectProblem(reply, 405, 'methodNotAllowed')
    expect(reply.headers.get('allow')).toBe(allow)
  })
  test('HEAD is answered as GET, without the body', async () => {
    await add(thing('head'))
    const whole = await ask('/api/things/head')
    const head = await ask('/api/things/head', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
  })
})

describe('what is sent', () => {
  test('400 for what is no JSON', async () => {
    for (const raw of ['{', '', '{"id":"a",}', 'null x'])
      expectProblem(await add(undefined, { raw, method: 'POST' }), 400, 'malformed')
  })
  test('415 for another kind, and for none', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])
      expectProblem(await add(thing('a'), { headers: { 'content-type': type } }), 415, 'wrongContentType')
    expect(
      (await add(thing('typed'), { headers: { 'content-type': 'Application/JSON; charset=utf-8' } })).status,
    ).toBe(200)
  })
  test('413 for too much, announced or not', async () => {
    const raw = JSON.stringify({ ...thing('a'), padding: 'x'.repeat(70_000) })
    expectProblem(
      await add(undefined, { raw, headers: { 'content-length': String(raw.length) } }),
      413,
      'tooLarge',
    )
    const chunks = new Blob([raw]).stream()
    expectProblem(
      await add(undefined, { raw: chunks, headers: { 'transfer-encoding': 'chunked' } }),
      413,
      'tooLarge',
    )
  })
  test('422 names every field, and says in Chinese what is wrong with it', async () => {
    const reply = await add({ id: 'NO', name: '', count: 1.5, parts: [{ label: 'ok' }, { label: 3 }] })
    expectProblem(reply, 422, 'invalidInput')
    const fields = fieldsOf(reply)
    expect(Object.keys(fields).toSorted()).toEqual(['count', 'id', 'name', 'parts.1.label'])
    for (const message of Object.values(fields)) expect(message).toMatch(/[\u4e00-\u9fff]/)
  })
  test.each([
    ['a missing field', {}, 'id'],
    ['a wrong type', { id: 7, name: 'x' }, 'id'],
    ['null', { id: 'a', name: null }, 'name'],
    ['too long a text', { id: 'a', name: 'x'.repeat(21) }, 'name'],
    ['too large a number', { id: 'a', name: 'x', count: 101 }, 'count'],
    ['not an object', [], ''],
    ['an unknown field', { id: 'a', name: 'x', admin: true }, ''],
    ['an unknown field further in', { id: 'a', name: 'x', parts: [{ label: 'a', price: 1 }] }, 'parts.0'],
    ['a name from the prototype', { id: 'a', name: 'x', constructor: {} }, ''],
    ['a NUL, which one of the engines can’t store', { id: 'a', name: 'a\0b' }, 'name'],
    ['a NUL further in', { id: 'a', name: 'x', parts: [{ label: 'ok' }, { label: '\0' }] }, 'parts.1.label'],
  ])('422 for %s', async (_name, body, path) => {
    const reply = await add(body)
    expectProblem(reply, 422, 'invalidInput')
    expect(Object.keys(fieldsOf(reply))).toContain(path)
  })
  test('422 for a field of the prototype by its own name', async () => {
    const reply = await add(undefined, { raw: '{"id":"proto","name":"x","__proto__":{"admin":true}}' })
    expect([200, 422]).toContain(reply.status)
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
  test('422 for parameters of the path and of the query, and for such as nobody knows', async () => {
    expectProblem(await ask('/api/things/NO'), 422, 'invalidInput')
    expectProblem(await ask('/api/things/%00'), 422, 'invalidInput')
    expect(fieldsOf(await ask('/api/things/a?shape=flat'))).toHaveProperty('shape')
    for (const path of ['/api/things/a?page=2', '/api/time?x=1', '/api/things/a?shape=round&shape=square'])
      expectProblem(await ask(path), 422, 'invalidInput')
    const beside = await ask('/api/things?x=1', { token: tokens.anna, body: thing('b') })
    expectProblem(beside, 422, 'invalidInput')
  })
  test('what was refused changed nothing', async () => {
    const rows = await house.store.read.select({ id: things.id }).from(things)
    expect(rows.map(({ id }) => id)).not.toContain('b')
  })
})

describe('when something breaks inside', () => {
  test('500 says nothing of it, and the log does, without what was sent', async () => {
    const reply = await add({ id: 'throws', name: '抛' })
    expectProblem(reply, 500, 'internal')
    expect(reply.text).not.toMatch(/secret|13800000001|inside|\.ts/)
    expect(reply.problem.detail).toBeUndefined()
    const [line] = house.logged.filter(({ level }) => level === 'error')
    expect(line!.fields).toMatchObject({
      requestId: reply.problem.requestId,
      err: expect.any(Error) as unknown,
    })
  })
  test('503 with Retry-After when the database can’t be had', async () => {
    const own = await openApp()
    await own.store.close()
    const reading = await own.ask('/api/time')
    expect(reading.status).toBe(200)
    const writing = await own.ask('/api/things', { token: tokens.anna, body: thing('a') })
    expectProblem(writing, 503, 'unavailable')
    expect(writing.headers.get('retry-after')).toBe('5')
    expect(writing.problem.retryAfter).toBe(5)
    await own.close()
  })
})

describe('limits', () => {
  const trustedProxies = new BlockList()
  trustedProxies.addAddress('127.0.0.1')
  const body = { id: 'a', word: 'x' }

  test('count commands by person, and say when to come again', async () => {
    const own = await openApp({ beside: house, limits: { person: 2, address: 1000 } })
    const send = (token: string) => own.ask('/api/things', { token, body: {} })
    expect([(await send(tokens.anna)).status, (await send(tokens.anna)).status]).toEqual([422, 422])
    own.clock.now += 15_000
    const third = await send(tokens.anna)
    expectProblem(third, 429, 'tooManyRequests')
    expect(third.headers.get('retry-after')).toBe('45')
    expect((await send(tokens.ben)).status).toBe(422)
    // Each command has its own; reads have none.
    expect((await own.ask('/api/things/a', { method: 'DELETE', token: tokens.anna })).status).toBe(404)
    expect((await own.ask('/api/me/things/a', { token: tokens.anna })).status).toBe(404)
    own.clock.now += 45_000
    expect((await send(tokens.anna)).status).toBe(422)
  })
  test('count guests by address, as far as trusted proxies tell it', async () => {
    const own = await openApp({ beside: house, limits: { person: 1000, address: 1 }, trustedProxies })
    const from = (forwarded: string) =>
      own.ask('/api/guesses', { body, headers: { 'x-forwarded-for': forwarded } })
    expect((await from('203.0.113.7')).status).toBe(404)
    expectProblem(await from('203.0.113.7'), 429, 'tooManyRequests')
    expectProblem(await from('198.51.100.1, 203.0.113.7'), 429, 'tooManyRequests')
    expect((await from('203.0.113.8')).status).toBe(404)
    expect((await from('2001:db8::1')).status).toBe(404)
    expectProblem(await from('2001:db8::2'), 429, 'tooManyRequests')
  })
  test('are not got round by a header when no proxy is trusted', async () => {
    const own = await openApp({ beside: house, limits: { person: 1000, address: 1 } })
    const from = (forwarded: string) =>
      own.ask('/api/guesses', { body, headers: { 'x-forwarded-for': forwarded } })
    expect((await from('203.0.113.7')).status).toBe(404)
    expectProblem(await from('203.0.113.8'), 429, 'tooManyRequests')
  })
})

describe('the log', () => {
  const lines = () => house.logged.map(({ fields }) => fields)
  test('has a line for every command and every failure: the route, never the address', async () => {
    await ask('/api/guesses', { body: { id: 'nobody', word: 'sesame' } })
    await ask('/api/me/things/a-very-own-thing')
    await ask('/api/elsewhere/a-very-own-thing')
    expect(lines().map(({ method, route, status }) => [method, route, status])).toEqual([
      ['POST', '/api/guesses', 404],
      ['GET', '/api/me/things/:id', 401],
      ['GET', '/api/*', 404],
    ])
    for (const line of lines())
      expect(line).toMatchObject({ requestId: expect.any(String), ms: expect.any(Number) })
    expect(JSON.stringify(lines())).not.toMatch(/very-own|sesame/)
  })
  test('has one line for fifty reads that went well', async () => {
    for (let i = 0; i < 100; i += 1) await ask('/api/time')
    expect(lines()).toHaveLength(2)
  })
})
