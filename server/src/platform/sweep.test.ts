import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { forgetDead } from './jobs.ts'
import type { Store } from './store.ts'
import { sweeping } from './sweep.ts'
import { answeredCommands, jobs } from './tables.ts'
import { openThings } from './testing/things.ts'

let house: Awaited<ReturnType<typeof openThings>>
let store: Store
beforeAll(async () => {
  house = await openThings()
  store = house.store
})
afterAll(() => house.close())
const NOW = Date.UTC(2026, 11, 1)

test('sweeping forgets answers after a day and given-up work after a month, in parts', async () => {
  const day = 86_400_000
  const answered = (id: string, age: number) => ({ id, digest: '', answer: '', at: NOW - age })
  const dead = (id: string, age: number) => ({ id, kind: 'x', data: {}, dead: true, runAt: NOW - age })
  await store.write(async (tx) => {
    const old = Array.from({ length: 1001 }, (_, i) => answered(`old ${i}`, day + 1))
    await tx.insert(answeredCommands).values([...old, answered('new', day - 1)])
    await tx.insert(jobs).values([dead('old', 30 * day + 1), dead('new', 30 * day - 1)])
    await tx.insert(jobs).values({ ...dead('waiting', 90 * day), dead: false })
  })
  const { handlers, recurring } = sweeping({ store, now: () => NOW })
  expect(recurring).toEqual([{ kind: 'platform.sweep', everyMs: 3_600_000 }])
  await handlers['platform.sweep'].run({ id: '', kind: '', data: {}, tries: 1 })
  const left = await store.read.select({ id: answeredCommands.id }).from(answeredCommands)
  expect(left).toEqual([{ id: 'new' }])
  expect(
    (await store.read.select({ id: jobs.id }).from(jobs).orderBy(asc(jobs.id))).map(({ id }) => id),
  ).toEqual(['new', 'waiting'])
  expect(await store.write((tx) => forgetDead(tx, NOW, 10))).toBe(1)
})
