import { setTimeout as sleep } from 'node:timers/promises'
import { asc, eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { openPostgres, type PostgresOptions } from '../postgres.ts'
import { type Store, Unavailable, type Write } from '../store.ts'
import { execute, openThings, things } from './things.ts'

const add = (tx: Write, id: string) => tx.insert(things).values({ id })
const put = (store: Store, id: string) => store.write(async (tx) => add(tx, id))
const addOne = (tx: Write, id: string) =>
  tx
    .update(things)
    .set({ count: sql`${things.count} + 1` })
    .where(eq(things.id, id))
const idsIn = async (store: Store) =>
  (await store.read.select({ id: things.id }).from(things).orderBy(asc(things.id))).map(({ id }) => id)

let url = ''
/** A store of its own on the one database of these tests. */
async function open(options: PostgresOptions = {}) {
  const store = await openPostgres(url, options)
  onTestFinished(() => store.close())
  return { store }
}
/** Ends every other connection to the test's database whose last statement looks like this. */
const cut = (like: string) =>
  execute(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and query ilike '${like}'`,
  )
const pidOf = async (tx: Write) => {
  const [row] = await tx.rows<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row!.pid
}

export function describePostgresTroubles() {
  beforeAll(async () => {
    const house = await openThings()
    url = house.url
    return () => house.close()
  })
  beforeEach(() => execute(url, 'delete from things'))

  test('units that wait for each other run again until all are through', async () => {
    const { store } = await open()
    await put(store, 'a')
    await put(store, 'b')
    let holding = 0
    const both = (first: string, second: string) =>
      store.write(async (tx) => {
        await addOne(tx, first)
        holding += 1
        await vi.waitFor(() => expect(holding).toBeGreaterThanOrEqual(2), { timeout: 4000, interval: 5 })
        await addOne(tx, second)
      })
    await Promise.all([both('a', 'b'), both('b', 'a')])
    const rows = await store.read.select().from(things)
    expect(rows.map(({ count }) => count)).toEqual([2, 2])
    expect(store.stats.retries).toBeGreaterThan(0)
    expect(store.stats).toMatchObject({ units: 2 + 2, commits: 2 + 2 })
  })

  describe('a connection that breaks', () => {
    test('in the middle of a unit fails that unit alone, however often it happens', async () => {
      const { store } = await open({ max: 2 })
      for (let i = 0; i < 5; i += 1) {
        const broken = store.write(async (tx) => {
          await add(tx, `lost ${i}`)
          await execute(url, `select pg_terminate_backend(${await pidOf(tx)})`)
          await sleep(20)
          await add(tx, `lost too ${i}`)
        })
        await expect(broken).rejects.toThrow(Unavailable)
      }
      await put(store, 'kept')
      expect(await idsIn(store)).toEqual(['kept'])
    })
    test('while it rests is replaced', async () => {
      const { store } = await open()
      await put(store, 'a')
      expect(await idsIn(store)).toEqual(['a'])
      await cut('%')
      await vi.waitFor(() => put(store, 'b').catch(() => expect.fail('not yet')), { timeout: 20_000 })
      await vi.waitFor(() => idsIn(store).catch(() => expect.fail('not yet')), { timeout: 20_000 })
      expect(await idsIn(store)).toEqual(['a', 'b'])
    })
  })

  test('a server that is not there is told as unavailable, for units and for reads', async () => {
    const store = await openPostgres('postgres://nobody@127.0.0.1:1/nowhere')
    onTestFinished(() => store.close())
    await expect(put(store, 'a')).rejects.toThrow(Unavailable)
    const read: unknown = await store.read.$count(things).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(store.explain(read)).toBeInstanceOf(Unavailable)
  })

  test('a unit that goes on after a failed statement is not acknowledged', async () => {
    const { store } = await open()
    await put(store, 'a')
    const careless = store.write(async (tx) => {
      await add(tx, 'b')
      try {
        await add(tx, 'a')
      } catch {
        return 'all is well'
      }
      return 'no such row yet'
    })
    await expect(careless).rejects.toThrow('nothing was kept')
    expect(await idsIn(store)).toEqual(['a'])
    await put(store, 'c')
    expect(await idsIn(store)).toEqual(['a', 'c'])
  })

  test('a statement that takes too long is cut off, and the connection goes on working', async () => {
    const { store } = await open({ max: 1, limit: 150 })
    for (let i = 0; i < 3; i += 1)
      await expect(store.write((tx) => tx.rows(sql`select pg_sleep(20)`))).rejects.toThrow(Unavailable)
    await vi.waitFor(() => put(store, 'a').catch(() => expect.fail('not yet')), { timeout: 20_000 })
    expect(await idsIn(store)).toEqual(['a'])
  })

  test('units that hold all their connections keep no reader waiting', async () => {
    const { store } = await open({ max: 1 })
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const unit = store.write(async (tx) => {
      await add(tx, 'a')
      await finished
    })
    expect(await idsIn(store)).toEqual([])
    finish()
    await unit
    expect(await idsIn(store)).toEqual(['a'])
  })

  describe('announcements', () => {
    type Heard = readonly string[] | null
    async function two() {
      const { store: here } = await open()
      const there = await openPostgres(url)
      onTestFinished(() => there.close())
      const heard: Heard[] = []
      await there.listen((keys) => heard.push(keys))
      const announce = (...keys: string[]) => here.write(async (tx) => here.announce(tx, keys))
      return { here, heard, announce }
    }
    test('are heard by another process once the unit is durable, and never of one that failed', async () => {
      const { here, heard, announce } = await two()
      // When it begins to listen it may have missed something.
      expect(heard).toEqual([null])
      const failing = here.write(async (tx) => {
        await here.announce(tx, ['never'])
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      await announce('社区 1', 'b')
      await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 20_000 })
      expect(heard).toEqual([null, ['社区 1', 'b']])
    })
    test('of more keys than one holds make the others drop everything', async () => {
      const { heard, announce } = await two()
      await announce(...Array.from({ length: 2000 }, (_, i) => `key ${i}`))
      await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 20_000 })
      expect(heard).toEqual([null, null])
    })
    test('that nobody understands make them drop everything too', async () => {
      const { heard } = await two()
      await execute(url, `select pg_notify('answers', 'not json')`)
      await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 20_000 })
      expect(heard).toEqual([null, null])
    })
    test('are heard again after the connection broke, and what may have been missed is dropped', async () => {
      const { heard, announce } = await two()
      await cut('listen%')
      // Once when it breaks, and once when it listens again.
      await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(3), { timeout: 20_000 })
      expect(new Set(heard)).toEqual(new Set([null]))
      await announce('after')
      await vi.waitFor(() => expect(heard.at(-1)).toEqual(['after']), { timeout: 20_000 })
    })
  })
}
