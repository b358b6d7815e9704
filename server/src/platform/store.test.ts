import { setTimeout as sleep } from 'node:timers/promises'
import { asc, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { engine } from './dialect.ts'
import { openStore } from './open-store.ts'
import { type Read, type Store, Unavailable, UniqueViolation, type Write } from './store.ts'
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
const all = (db: Read = store.read) => db.select().from(things).orderBy(asc(things.id))
const ids = async () => (await all()).map(({ id }) => id)
const addOne = (tx: Write, id: string) =>
  tx
    .update(things)
    .set({ count: sql`${things.count} + 1` })
    .where(eq(things.id, id))

describe('a unit of work', () => {
  test('changes all or nothing', async () => {
    await store.write(async (tx) => {
      await add(tx, 'a')
      await add(tx, 'b')
    })
    const failing = store.write(async (tx) => {
      await add(tx, 'c')
      await tx.delete(things).where(eq(things.id, 'a'))
      throw new RangeError('no')
    })
    await expect(failing).rejects.toThrow(RangeError)
    expect(await ids()).toEqual(['a', 'b'])
  })

  test('gives back what it returns', async () => {
    const returned = await store.write(async (tx) => add(tx, 'a', { count: 3 }).returning())
    expect(returned).toEqual([{ id: 'a', name: null, count: 3 }])
    const [row] = await store.read.rows<{ n: number }>(sql`select count(*) as n from things`)
    expect(row).toEqual({ n: 1 })
  })

  test('200 at once, each waiting inside: none is lost', async () => {
    await store.write(async (tx) => add(tx, 'sum'))
    const { commits, units } = { ...store.stats }
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) =>
        store.write(async (tx) => {
          await addOne(tx, 'sum')
          await null
          await add(tx, `unit ${i}`)
          if (i % 4 === 3) throw new Error('changed its mind')
          const [row] = await tx
            .select()
            .from(things)
            .where(eq(things.id, `unit ${i}`))
          return row!.id
        }),
      ),
    )
    const kept = outcomes.flatMap((o) => (o.status === 'fulfilled' ? [o.value] : []))
    expect(kept).toHaveLength(150)
    expect(await ids()).toEqual(['sum', ...kept].toSorted())
    const [sum] = await store.read.select().from(things).where(eq(things.id, 'sum'))
    expect(sum!.count).toBe(150)
    if (engine === 'sqlite') {
      expect(store.stats.units - units).toBe(200)
      expect(store.stats.commits - commits).toBeLessThan(200)
    } else expect(store.stats.commits - commits).toBe(150)
  })

  test('many of random content at once leave what a model leaves', async () => {
    type Step = { kind: 'add' | 'remove' | 'count'; id: string }
    const step: fc.Arbitrary<Step> = fc.record({
      kind: fc.constantFrom('add', 'remove', 'count'),
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    })
    const unit = fc.record({
      steps: fc.array(step, { minLength: 1, maxLength: 5 }),
      fails: fc.boolean(),
      waits: fc.boolean(),
    })
    const take = (tx: Write, { kind, id }: Step, own: string) => {
      if (kind === 'add') return add(tx, `${own}${id}`).onConflictDoNothing()
      return kind === 'remove'
        ? tx.delete(things).where(eq(things.id, `${own}${id}`))
        : addOne(tx, `${own}${id}`)
    }
    /** What one unit does to its own rows, which nobody else touches. */
    const model = (steps: readonly Step[]) => {
      const rows = new Map<string, number>()
      for (const { kind, id } of steps) {
        if (kind === 'add' && !rows.has(id)) rows.set(id, 0)
        if (kind === 'remove') rows.delete(id)
        if (kind === 'count' && rows.has(id)) rows.set(id, rows.get(id)! + 1)
      }
      return rows
    }
    const checked = await fc.check(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 20 }), async (units) => {
        await store.write((tx) => tx.delete(things))
        const outcomes = await Promise.allSettled(
          units.map(({ steps, fails, waits }, i) =>
            store.write(async (tx) => {
              for (const s of steps) {
                await take(tx, s, `${i} `)
                if (waits) await null
              }
              if (fails) throw new Error('no')
            }),
          ),
        )
        expect(outcomes.map((o) => o.status === 'rejected')).toEqual(units.map(({ fails }) => fails))
        const expected = units.flatMap(({ steps, fails }, i) =>
          fails ? [] : [...model(steps)].map(([id, count]) => ({ id: `${i} ${id}`, count, name: null })),
        )
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect((await all()).toSorted(byId)).toEqual(expected.toSorted(byId))
      }),
      { numRuns: 30 },
    )
    expect(checked).toMatchObject({ failed: false, numRuns: 30 })
  })

  test('is settled only once it is durable: another connection sees it then', async () => {
    const other = await openStore(house.url)
    try {
      const seen = Array.from({ length: 40 }, async (_, i) => {
        await store.write(async (tx) => add(tx, `${i}`))
        const rows = await other.read
          .select()
          .from(things)
          .where(eq(things.id, `${i}`))
        return rows.length
      })
      expect(await Promise.all(seen)).toEqual(Array.from({ length: 40 }, () => 1))
    } finally {
      await other.close()
    }
  })

  test('is not to be seen half done', async () => {
    await store.write(async (tx) => add(tx, 'pair'))
    const seen = new Set<number>()
    let going = true
    const watching = (async () => {
      while (going) {
        const [row] = await store.read.select().from(things).where(eq(things.id, 'pair'))
        seen.add(row!.count % 2)
        await sleep(1)
      }
    })()
    for (let i = 0; i < 10; i += 1)
      await store.write(async (tx) => {
        await addOne(tx, 'pair')
        await sleep(3)
        await addOne(tx, 'pair')
      })
    going = false
    await watching
    expect([...seen]).toEqual([0])
  })

  test('that takes too long is given up, and later ones are fine', async () => {
    const slow = await openThings({ limit: 50 })
    const limited = engine === 'sqlite' ? slow.store : await openLimited(slow.url)
    const { store: patient } = slow
    try {
      const late: unknown[] = []
      const long = limited.write(async (tx) => {
        await add(tx, 'late')
        await sleep(200)
        await add(tx, 'later').catch((error: unknown) => late.push(error))
      })
      await expect(long).rejects.toThrow(Unavailable)
      await limited.write(async (tx) => add(tx, 'next'))
      await sleep(200)
      expect(await patient.read.select({ id: things.id }).from(things)).toEqual([{ id: 'next' }])
    } finally {
      if (limited !== patient) await limited.close()
      await slow.close()
    }
  })

  test('inside another throws', async () => {
    const nested = store.write(async (tx) => {
      await add(tx, 'outer')
      await store.write(async (inner) => add(inner, 'inner'))
    })
    await expect(nested).rejects.toThrow('pass tx on')
    expect(await ids()).toEqual([])
  })
  test('may be followed by another from the same promise', async () => {
    let after: Promise<unknown> | undefined
    await store.write(async (tx) => {
      await add(tx, 'first')
      after = sleep(20).then(() => store.write(async (next) => add(next, 'second')))
    })
    await after
    expect(await ids()).toEqual(['first', 'second'])
  })
})

async function openLimited(url: string) {
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(url, { limit: 50 })
}

describe('a violated unique index is told by its name', () => {
  const nameOf = async (work: (tx: Write) => Promise<unknown>) => {
    const error: unknown = await store.write(work).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(UniqueViolation)
    return (error as UniqueViolation).index
  }
  test('on an index, on a primary key, and from a raw statement', async () => {
    await store.write(async (tx) => add(tx, 'a', { name: '甲' }))
    expect(await nameOf(async (tx) => add(tx, 'b', { name: '甲' }))).toBe('things_name')
    expect(await nameOf(async (tx) => add(tx, 'a', { name: '乙' }))).toBe('things_pkey')
    const raw = sql`insert into things (id, name) values ('c', '甲') returning id`
    expect(await nameOf(async (tx) => tx.rows(raw))).toBe('things_name')
    expect(await ids()).toEqual(['a'])
  })
  test('and the store explains what the engine said elsewhere', () => {
    const other = new Error('else')
    expect(store.explain(other)).toBe(other)
    const known = new Unavailable('x')
    expect(store.explain(known)).toBe(known)
  })
})

test('lock makes units of one key wait for each other, and those of another not', async () => {
  await store.write(async (tx) => add(tx, 'sum'))
  const order: string[] = []
  const unit = (key: string, name: string) =>
    store.write(async (tx) => {
      await store.lock(tx, key)
      order.push(`${name} in`)
      const [row] = await tx.select().from(things).where(eq(things.id, 'sum'))
      await sleep(20)
      await tx
        .update(things)
        .set({ count: row!.count + 1 })
        .where(eq(things.id, 'sum'))
      order.push(`${name} out`)
    })
  await Promise.all(['1', '2', '3'].map((name) => unit('same', name)))
  const [row] = await store.read.select().from(things).where(eq(things.id, 'sum'))
  expect(row!.count).toBe(3)
  for (let i = 0; i < order.length; i += 2) expect(order[i]!.replace('in', 'out')).toBe(order[i + 1])
})

test('a read can’t write', async () => {
  const writing = sql`insert into things (id) values ('smuggled') returning id`
  await expect(store.read.rows(writing)).rejects.toThrow()
  expect(await ids()).toEqual([])
})

test('closing finishes what was handed in, and refuses what comes after', async () => {
  const own = await openThings()
  const writing = Promise.all(
    Array.from({ length: 20 }, (_, i) => own.store.write(async (tx) => add(tx, `${i}`))),
  )
  const reopened = await (async () => {
    await own.store.close()
    await writing
    await expect(own.store.write(async (tx) => add(tx, 'late'))).rejects.toThrow(Unavailable)
    return openStore(own.url)
  })()
  expect(await reopened.read.$count(things)).toBe(20)
  await reopened.close()
})
