import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Answers, makeAnswer } from './answers.ts'
import { openApp, type TestApp, tokens } from './testing/app.ts'
import { things } from './testing/things.ts'

const NEVER = Number.POSITIVE_INFINITY
const answer = makeAnswer('{"a":1}')
/** Keeps an answer that was read under these keys. */
function keep(
  answers: Answers,
  url: string,
  keys: string[] = [],
  validUntil = NEVER,
  now = 0,
  kept = answer,
) {
  answers.keep(url, kept, answers.generationsOf(keys), validUntil, now)
}

describe('a kept answer', () => {
  test('is there until one of its keys is raised', () => {
    const answers = new Answers()
    keep(answers, '/a', ['x', 'y'])
    keep(answers, '/b', ['z'])
    answers.raise(['other'])
    expect(answers.find('/a', 1)).toMatchObject(answer)
    answers.raise(['y'])
    expect(answers.find('/a', 1)).toBeUndefined()
    expect(answers.find('/b', 1)).toMatchObject(answer)
    keep(answers, '/a', ['x', 'y'])
    expect(answers.find('/a', 1)).toMatchObject(answer)
  })
  test('is not kept when a key was raised while it was read', () => {
    const answers = new Answers()
    const before = answers.generationsOf(['x'])
    answers.raise(['x'])
    answers.keep('/a', answer, before, NEVER, 0)
    expect(answers.find('/a', 0)).toBeUndefined()
    // Nor does a late one push out what was read since.
    keep(answers, '/a', ['x'], NEVER, 0, makeAnswer('newer'))
    answers.keep('/a', answer, before, NEVER, 0)
    expect(answers.find('/a', 0)!.body.toString()).toBe('newer')
  })
  test('ends at its own time, and after a minute at the latest', () => {
    const answers = new Answers()
    keep(answers, '/short', [], 5000)
    keep(answers, '/long', [], NEVER)
    keep(answers, '/past', [], 0)
    expect([0, 4999, 5000].map((now) => answers.find('/short', now) !== undefined)).toEqual([
      true,
      true,
      false,
    ])
    expect([59_999, 60_000].map((now) => answers.find('/long', now) !== undefined)).toEqual([true, false])
    expect(answers.find('/past', 0)).toBeUndefined()
  })
  test('is gone when everything is dropped, and what was being read then is not kept', () => {
    const answers = new Answers()
    keep(answers, '/a', ['x'])
    const before = answers.generationsOf(['x'])
    answers.dropAll()
    answers.keep('/b', answer, before, NEVER, 0)
    expect([answers.find('/a', 0), answers.find('/b', 0)]).toEqual([undefined, undefined])
    keep(answers, '/a', ['x'])
    expect(answers.find('/a', 0)).toBeDefined()
  })
  test('is found under its own address alone', () => {
    const answers = new Answers()
    keep(answers, '/a?x=1')
    for (const url of ['/a', '/a?x=2', '/a?x=1&y=2', '/A?x=1']) expect(answers.find(url, 0)).toBeUndefined()
  })
})

describe('memory', () => {
  test('stays within its bound: the oldest go first', () => {
    const answers = new Answers(10_000)
    const big = makeAnswer('x'.repeat(2000))
    for (let i = 0; i < 100; i += 1) keep(answers, `/${i}`, [], NEVER, 0, big)
    const there = Array.from({ length: 100 }, (_, i) => i).filter((i) => answers.find(`/${i}`, 0))
    expect(there).toEqual([96, 97, 98, 99])
  })
  test('counts an answer that is kept anew once', () => {
    const answers = new Answers(10_000)
    const big = makeAnswer('x'.repeat(2000))
    keep(answers, '/other', [], NEVER, 0, big)
    for (let i = 0; i < 100; i += 1) keep(answers, '/same', [], NEVER, 0, big)
    expect(answers.find('/other', 0)).toBeDefined()
  })
  test('takes no answer that is larger than all of it', () => {
    const answers = new Answers(1000)
    keep(answers, '/huge', [], NEVER, 0, makeAnswer('x'.repeat(2000)))
    expect(answers.find('/huge', 0)).toBeUndefined()
  })
  test('does not grow with every key that was ever raised', () => {
    const answers = new Answers()
    keep(answers, '/a', ['x'])
    for (let i = 0; i < 100_001; i += 1) answers.raise([`${i}`])
    // Beginning anew drops everything rather than trust a number that was forgotten.
    expect(answers.find('/a', 0)).toBeUndefined()
  })
})

describe('public answers over HTTP', () => {
  let database: TestApp
  beforeAll(async () => {
    database = await openApp()
  })
  afterAll(() => database.close())
  async function withBook() {
    await database.store.write((tx) => tx.delete(things))
    const house = await openApp({ beside: database })
    await house.ask('/api/things', { token: tokens.anna, body: { id: 'book', name: 'book' } })
    return house
  }
  const get = (house: TestApp, headers: Record<string, string> = {}) =>
    house.ask('/api/things/book', { headers })
  const rename = (house: TestApp, name: string) =>
    house.ask('/api/things/book', { method: 'PUT', token: tokens.ben, body: { name } })

  test('are read once, and again after a change', async () => {
    const house = await withBook()
    const replies = [await get(house), await get(house), await get(house)]
    expect(house.outside.reads).toBe(1)
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(replies[0]!.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    await rename(house, '新名')
    expect((await get(house)).json).toMatchObject({ name: '新名' })
    expect(house.outside.reads).toBe(2)
    await house.ask('/api/things/book', { method: 'DELETE', token: tokens.ben })
    expect((await get(house)).status).toBe(404)
  })
  test('that are being read while something changes are answered, not kept', async () => {
    const house = await withBook()
    house.outside.reading = async () => {
      house.outside.reading = async () => {}
      await rename(house, '新名')
    }
    expect((await get(house)).json).toMatchObject({ name: 'book' })
    expect((await get(house)).json).toMatchObject({ name: '新名' })
  })
  test('never show less than was acknowledged, with many reading and writing at once', async () => {
    const house = await withBook()
    let acknowledged = 0
    const writing = (async () => {
      for (let i = 1; i <= 60; i += 1) {
        await rename(house, `${i}`)
        acknowledged = i
      }
    })()
    let going = true
    const reading = async () => {
      while (going) {
        const atLeast = acknowledged
        const { name } = (await get(house)).json as { name: string }
        if (atLeast > 0) expect(Number(name)).toBeGreaterThanOrEqual(atLeast)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const readers = Array.from({ length: 8 }, reading)
    await writing
    going = false
    await Promise.all(readers)
    expect((await get(house)).json).toMatchObject({ name: '60' })
  })
  test('that change by the clock are made anew at that instant', async () => {
    const house = await withBook()
    // In the tests' contract a thing's count is how many milliseconds its answer holds.
    await house.ask('/api/things', { token: tokens.anna, body: { id: 'timed', name: 'timed', count: 50 } })
    const timed = () => house.ask('/api/things/timed')
    await timed()
    house.clock.now += 49
    await timed()
    expect(house.outside.reads).toBe(1)
    house.clock.now += 1
    await timed()
    expect(house.outside.reads).toBe(2)
  })
  test('are not kept when they are refused, not found, or not meant to be', async () => {
    const house = await withBook()
    for (let i = 0; i < 2; i += 1) {
      expect((await house.ask('/api/things/nowhere')).status).toBe(404)
      expect((await house.ask('/api/things/NO')).status).toBe(422)
    }
    const first = await house.ask('/api/time')
    house.clock.now += 1
    expect((await house.ask('/api/time')).json).toEqual({ now: (first.json as { now: number }).now + 1 })
    for (const url of ['/api/things/nowhere', '/api/things/NO', '/api/time'])
      expect(house.answers.find(url, house.clock.now)).toBeUndefined()
  })
  test('are 304 for who has them, compared as RFC 9110 says', async () => {
    const house = await withBook()
    for (let i = 0; i < 2; i += 1) {
      const etag = (await get(house)).headers.get('etag')!
      expect(etag).toMatch(/^"[\w-]{22}"$/)
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const reply = await get(house, { 'if-none-match': known })
        expect([reply.status, reply.text, reply.headers.get('etag')]).toEqual([304, '', etag])
      }
      for (const unknown of ['"other"', etag.slice(1, -1), ''])
        expect((await get(house, { 'if-none-match': unknown })).status).toBe(200)
      await rename(house, `${i}`)
      expect((await get(house, { 'if-none-match': etag })).status).toBe(200)
    }
  })
  test('are the same for whoever asks', async () => {
    const house = await withBook()
    const guest = await get(house)
    const signedIn = await house.ask('/api/things/book', { token: tokens.anna })
    expect(signedIn.text).toBe(guest.text)
  })
})
