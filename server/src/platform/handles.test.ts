import { setTimeout as sleep } from 'node:timers/promises'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { prepared } from './prepared.ts'
import type { Read, Store, Write } from './store.ts'
import { openThings, things } from './testing/things.ts'

let house: Awaited<ReturnType<typeof openThings>>
let store: Store
beforeAll(async () => {
  house = await openThings({ limit: 500 })
  store = house.store
})
afterAll(() => house.close())
beforeEach(() => store.write((tx) => tx.delete(things)))

const add = (tx: Write, id: string, more: Partial<typeof things.$inferInsert> = {}) =>
  tx.insert(things).values({ id, ...more })
const ids = async () => (await store.read.select().from(things).orderBy(asc(things.id))).map(({ id }) => id)
describe('after its unit, a handle is dead', () => {
  const find = prepared((db: Read) =>
    db
      .select()
      .from(things)
      .where(eq(things.id, sql.placeholder('id'))),
  )
  test.each<[string, (tx: Write) => (tx: Write) => PromiseLike<unknown>]>([
    ['for a new query', () => (tx) => add(tx, 'stray')],
    ['for a query that was built before', (tx) => () => add(tx, 'stray').returning()],
    ['for a read', () => (tx) => tx.select().from(things)],
    ['for raw rows', () => (tx) => tx.rows(sql`select 1`)],
    ['for a prepared query', () => (tx) => find(tx, { id: 'x' })],
  ])('%s', async (_name, prepare) => {
    let stray: (() => Promise<unknown>) | undefined
    await store.write(async (tx) => {
      const query = prepare(tx)
      stray = async () => query(tx)
    })
    await expect(stray!()).rejects.toThrow(/revoked/)
    // Not into the next unit either, while that is open.
    await store.write(async (tx) => {
      await add(tx, 'next')
      await expect(stray!()).rejects.toThrow(/revoked/)
    })
    expect(await ids()).toEqual(['next'])
  })
  test('for what a unit did not wait for', async () => {
    const strays: PromiseSettledResult<unknown>[] = []
    const unit = store.write(async (tx) => {
      const stray = (async () => {
        await sleep(10)
        await add(tx, 'stray')
      })()
      void Promise.allSettled([stray]).then((r) => strays.push(...r))
      throw new Error('does not wait')
    })
    await expect(unit).rejects.toThrow('does not wait')
    await sleep(40)
    expect(strays.map(({ status }) => status)).toEqual(['rejected'])
    expect(await ids()).toEqual([])
  })
})

describe('a prepared query', () => {
  let builds = 0
  const find = prepared((db: Read) => {
    builds += 1
    return db
      .select()
      .from(things)
      .where(eq(things.id, sql.placeholder('id')))
  })
  const put = prepared((tx: Write) =>
    tx
      .insert(things)
      .values({ id: sql.placeholder('id'), count: sql.placeholder('count') })
      .returning({ id: things.id }),
  )
  test('is built once for each connection, and asked with other values each time', async () => {
    for (let i = 0; i < 30; i += 1) {
      const made = await store.write((tx) => put(tx, { id: `${i}`, count: i }))
      expect(made).toEqual([{ id: `${i}` }])
    }
    const before = builds
    for (let i = 0; i < 30; i += 1) expect((await find(store.read, { id: `${i}` }))[0]!.count).toBe(i)
    expect(builds - before).toBe(1)
    const found = await store.write(async (tx) => {
      await put(tx, { id: 'own', count: 5 })
      return find(tx, { id: 'own' })
    })
    expect(found).toEqual([{ id: 'own', name: null, count: 5 }])
    expect(builds - before).toBe(2)
  })
})
