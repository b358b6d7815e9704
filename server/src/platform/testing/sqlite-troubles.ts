import { chmodSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asc, eq, sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSqlite, type SqliteOptions } from '../sqlite.ts'
import { type Store, Unavailable, type Write } from '../store.ts'
import { openApp, tokens } from './app.ts'
import { lockFile } from './lock.ts'
import { openThings, things } from './things.ts'

const add = (tx: Write, id: string, name: string | null = null) => tx.insert(things).values({ id, name })
const put = (store: Store, id: string, name: string | null = null) =>
  store.write(async (tx) => add(tx, id, name))
const idsIn = async (store: Store) =>
  (await store.read.select({ id: things.id }).from(things).orderBy(asc(things.id))).map(({ id }) => id)
async function open(options: SqliteOptions = {}) {
  const house = await openThings(options)
  onTestFinished(() => house.close())
  return house
}
const statuses = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.map(({ status }) => status)
const big = (i: number) => `${i} `.padEnd(30_000, '泰')

export function describeSqliteTroubles() {
  describe('group commit', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => `${i}`)
    test('lets units that come together share one COMMIT', async () => {
      const { store } = await open({ hold: 60_000, group: 64 })
      await Promise.all(hundred.map((id) => put(store, id)))
      expect(store.stats).toMatchObject({ units: 100, commits: 2 })
      expect(await idsIn(store)).toHaveLength(100)
    })
    test('is off with a group of one', async () => {
      const { store } = await open({ group: 1 })
      await Promise.all(hundred.map((id) => put(store, id)))
      expect(store.stats).toMatchObject({ units: 100, commits: 100 })
    })
    test('keeps the good ones of a group in which others fail', async () => {
      const { store } = await open({ hold: 60_000 })
      const outcomes = await Promise.allSettled(hundred.map((id, i) => put(store, id, i % 2 ? 'same' : null)))
      expect(statuses(outcomes).filter((s) => s === 'fulfilled')).toHaveLength(51)
      expect(store.stats.commits).toBe(1)
      expect(await idsIn(store)).toHaveLength(51)
    })
    test('refuses at once what more come than may wait', async () => {
      const { store } = await open({ waiting: 10 })
      const outcomes = await Promise.allSettled(hundred.map((id) => put(store, id)))
      expect(statuses(outcomes)).toEqual(hundred.map((_, i) => (i < 10 ? 'fulfilled' : 'rejected')))
      await put(store, 'afterwards')
      expect(await idsIn(store)).toHaveLength(11)
    })
  })

  describe('a file that another process has locked', () => {
    test('is waited for', async () => {
      const { store, url } = await open({ patience: 60_000 })
      const release = await lockFile(url)
      const writing = Promise.all([put(store, 'a'), put(store, 'b')])
      await sleep(100)
      expect(await idsIn(store)).toEqual([])
      await release()
      await writing
      expect(await idsIn(store)).toEqual(['a', 'b'])
      expect(store.stats.retries).toBeGreaterThan(0)
    })
    test('is not waited for without end; what waited is refused, reads go on, and later it works', async () => {
      const { store, url } = await open({ patience: 50 })
      await put(store, 'before')
      const release = await lockFile(url)
      const outcomes = await Promise.allSettled(Array.from({ length: 300 }, (_, i) => put(store, `${i}`)))
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) as unknown })
      expect(await idsIn(store)).toEqual(['before'])
      await release()
      await put(store, 'later')
      expect(await idsIn(store)).toEqual(['before', 'later'])
    })
  })

  describe('a full disk', () => {
    test('refuses what has no room and keeps all that it acknowledged; it works again when there is room', async () => {
      const { store, url } = await open({ maxPages: 360, hold: 60_000 })
      const outcomes = await Promise.allSettled(
        Array.from({ length: 60 }, (_, i) => put(store, `${i}`, big(i))),
      )
      const kept = outcomes.flatMap((o, i) => (o.status === 'fulfilled' ? [`${i}`] : []))
      expect(kept.length).toBeGreaterThan(0)
      expect(kept.length).toBeLessThan(60)
      for (const outcome of outcomes.filter(({ status }) => status === 'rejected'))
        expect(outcome).toMatchObject({ reason: expect.any(Unavailable) as unknown })
      expect(await idsIn(store)).toEqual(kept.toSorted())

      await expect(put(store, 'no room', big(99))).rejects.toThrow(Unavailable)
      await store.write((tx) => tx.delete(things).where(eq(things.id, kept[0]!)))
      await put(store, 'room again', big(100))
      await store.close()
      const reopened = openSqlite(url)
      expect(await idsIn(reopened)).toEqual([...kept.slice(1), 'room again'].toSorted())
      await reopened.close()
    })
    test('fails only those of a group that needed room', async () => {
      const { store } = await open({ maxPages: 360, hold: 60_000 })
      await put(store, 'row')
      const count = () =>
        store.write((tx) =>
          tx
            .update(things)
            .set({ count: sql`${things.count} + 1` })
            .where(eq(things.id, 'row')),
        )
      const units = Array.from({ length: 40 }, (_, i) => (i % 2 ? count() : put(store, `${i}`, big(i))))
      const outcomes = await Promise.allSettled(units)
      expect(statuses(outcomes.filter((_, i) => i % 2))).toEqual(
        Array.from({ length: 20 }, () => 'fulfilled'),
      )
      expect(statuses(outcomes)).toContain('rejected')
      const [row] = await store.read.select().from(things).where(eq(things.id, 'row'))
      expect(row!.count).toBe(20)
    })
    test('is not overlooked by a unit that hides the failure', async () => {
      const { store } = await open({ maxPages: 260, hold: 60_000 })
      const hiding = store.write(async (tx) => {
        await add(tx, 'small')
        for (let i = 0; i < 40; i += 1) {
          try {
            await add(tx, `${i}`, big(i))
          } catch {
            return 'all is well'
          }
        }
        return 'there was room'
      })
      const beside = put(store, 'beside')
      await expect(hiding).rejects.toThrow(Unavailable)
      await beside
      expect(await idsIn(store)).toEqual(['beside'])
    })
  })

  describe('a file that can’t be written', () => {
    test('refuses units and goes on answering', async () => {
      const house = await openThings()
      onTestFinished(() => house.close())
      await put(house.store, 'before')
      const store = asNobody(house.url, () => openSqlite(house.url))
      try {
        await expect(put(store, 'new')).rejects.toThrow(Unavailable)
        expect(await idsIn(store)).toEqual(['before'])
      } finally {
        await store.close()
      }
    })
  })

  describe('over HTTP', () => {
    const body = (id: string) => ({ token: tokens.anna, body: { id, name: id } })
    test('a locked file is 503 with Retry-After; public answers go on, and so does everything afterwards', async () => {
      const house = await openApp({ sqlite: { patience: 30 } })
      onTestFinished(() => house.close())
      await house.ask('/api/things', body('before'))
      const release = await lockFile(house.url)
      const refused = await house.ask('/api/things', body('during'))
      expect([refused.status, refused.problem.code]).toEqual([503, 'unavailable'])
      expect(refused.headers.get('retry-after')).toBe('5')
      expect((await house.ask('/api/things/before')).status).toBe(200)
      await release()
      expect((await house.ask('/api/things', body('after'))).status).toBe(200)
      expect(await idsIn(house.store)).toEqual(['after', 'before'])
    })
    test('so is a full disk', async () => {
      const house = await openApp({ sqlite: { maxPages: 260 }, limits: { person: 5000, address: 5000 } })
      onTestFinished(() => house.close())
      const kept: string[] = []
      let reply = await house.ask('/api/things', body('0'))
      while (reply.status === 200 && kept.length < 3000) {
        kept.push(String(kept.length))
        reply = await house.ask('/api/things', body(String(kept.length)))
      }
      expect([reply.status, reply.problem.code]).toEqual([503, 'unavailable'])
      expect(reply.problem.title).toContain('请稍后再试')
      expect(await idsIn(house.store)).toEqual(kept.toSorted())
      expect((await house.ask(`/api/things/${kept[0]}`)).status).toBe(200)
    })
  })

  test('a read of what is damaged is explained', async () => {
    const { store } = await open()
    const damaged = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' })
    expect(store.explain(new Error('Failed query', { cause: damaged }))).toBeInstanceOf(Unavailable)
    const locked = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY_RECOVERY' })
    expect(store.explain(locked)).toBeInstanceOf(Unavailable)
  })
}

/** Opens a file that may be read but not written. Root may write everything, and is nobody for a moment. */
function asNobody<T>(file: string, open: () => T): T {
  const before = statSync(file).mode
  chmodSync(dirname(file), 0o755)
  for (const part of [file, `${file}-wal`, `${file}-shm`]) chmodSync(part, 0o444)
  const root = process.getuid!() === 0
  if (root) process.seteuid!('nobody')
  try {
    return open()
  } finally {
    if (root) process.seteuid!(0)
    for (const part of [file, `${file}-wal`, `${file}-shm`]) chmodSync(part, before)
  }
}
