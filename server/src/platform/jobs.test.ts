import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { engine } from './dialect.ts'
import { enqueue, type Job, type JobHandler, type Recurring, startJobs } from './jobs.ts'
import type { Log } from './log.ts'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import { jobs } from './tables.ts'
import { openThings } from './testing/things.ts'

let house: Awaited<ReturnType<typeof openThings>>
let store: Store
const clock = { now: 0 }
const now = () => clock.now
beforeAll(async () => {
  house = await openThings()
  store = house.store
})
afterAll(() => house.close())
beforeEach(async () => {
  clock.now = Date.UTC(2026, 11, 1)
  await store.write((tx) => tx.delete(jobs))
})

const logged: string[] = []
const note = (level: string) => (fields: unknown, message?: string) => void logged.push(`${level} ${message}`)
const log: Log = { info: note('info'), warn: note('warn'), error: note('error'), debug: note('debug') }

const put = (
  data: Record<string, unknown> = {},
  more: { runAt?: number; key?: string; kind?: string } = {},
) => store.write((tx) => enqueue(tx, { kind: 'greet', data, runAt: clock.now, ...more }))
const rows = () => store.read.select().from(jobs).orderBy(asc(jobs.id))
/** Workers that run until the test ends. */
function work(
  run: JobHandler['run'],
  more: Partial<JobHandler> & { on?: Store; recurring?: Recurring[] } = {},
) {
  const { on = store, recurring = [], ...rest } = more
  const handlers = { greet: { run, leaseMs: 60_000, maxTries: 3, ...rest } }
  const worker = startJobs({ store: on, handlers, recurring, log, now, pollMs: 5 })
  onTestFinished(() => worker.stop())
  return worker
}
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 5 })
/** Long enough for an idle worker to have looked again several times. */
const looks = () => new Promise((resolve) => setTimeout(resolve, 60))

describe('a job', () => {
  test('is run with its data, and gone afterwards', async () => {
    const seen: Job[] = []
    await put({ name: '甲', at: 12 })
    const [row] = await rows()
    work(async (job) => void seen.push(job))
    await soon(async () => expect(await rows()).toEqual([]))
    expect(seen).toMatchObject([{ id: row!.id, kind: 'greet', data: { name: '甲', at: 12 }, tries: 1 }])
  })
  test('of a unit that failed never was', async () => {
    const failing = store.write(async (tx) => {
      await enqueue(tx, { kind: 'greet', data: {}, runAt: 0 })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await rows()).toEqual([])
  })
  test('waits for its time', async () => {
    const seen: unknown[] = []
    await put({ n: 1 }, { runAt: clock.now + 1000 })
    work(async ({ data }) => void seen.push(data))
    await looks()
    expect(seen).toEqual([])
    clock.now += 1000
    await soon(() => expect(seen).toEqual([{ n: 1 }]))
  })
  test('of a kind that nobody here handles stays for somebody who does', async () => {
    await put({}, { kind: 'other' })
    await put({ n: 1 })
    const seen: unknown[] = []
    work(async ({ data }) => void seen.push(data))
    await soon(() => expect(seen).toHaveLength(1))
    await soon(async () => expect(await rows()).toMatchObject([{ kind: 'other', tries: 0 }]))
  })
  test('waits once for each key', async () => {
    await put({ n: 1 }, { key: 'same' })
    await put({ n: 2 }, { key: 'same' })
    await put({ n: 3 }, { key: 'other' })
    expect((await rows()).map(({ data }) => data)).toEqual([{ n: 1 }, { n: 3 }])
  })
})

describe('a job that fails', () => {
  test('is tried again later and later, and given up after the last try', async () => {
    const tried: number[] = []
    await put({}, { key: 'k' })
    work(async () => {
      tried.push(clock.now)
      throw new Error('gateway 13800000001 is down')
    })
    const start = clock.now
    for (const [i, wait] of [2000, 4000].entries()) {
      await soon(async () =>
        expect(await rows()).toMatchObject([{ tries: i + 1, dead: false, runAt: clock.now + wait }]),
      )
      await looks()
      clock.now += wait
    }
    await soon(async () => expect(await rows()).toMatchObject([{ tries: 3, dead: true, key: null }]))
    expect(tried.map((t) => t - start)).toEqual([0, 2000, 6000])
    expect((await rows())[0]!.lastError).toBe('Error: gateway 13800000001 is down')
    clock.now += 100 * 86_400_000
    await looks()
    expect(tried).toHaveLength(3)
    expect(logged).toContain('error job failed')
    // Its key is free again.
    await put({}, { key: 'k' })
    expect(await rows()).toHaveLength(2)
  })
  test('and then goes well is gone', async () => {
    await put()
    let tries = 0
    work(async () => {
      tries += 1
      if (tries === 1) throw new Error('once')
    })
    await soon(async () => expect(await rows()).toMatchObject([{ lastError: 'Error: once' }]))
    clock.now += 2000
    await soon(async () => expect(await rows()).toEqual([]))
  })
  test('does not hold up the others', async () => {
    for (let n = 0; n < 5; n += 1) await put({ n })
    const seen: unknown[] = []
    work(async ({ data }) => {
      if (data.n === 0) throw new Error('no')
      seen.push(data.n)
    })
    await soon(() => expect(new Set(seen)).toEqual(new Set([1, 2, 3, 4])))
  })
  test('by never ending is given up when its lease is over', async () => {
    await put()
    work(() => new Promise(() => {}), { leaseMs: 20 })
    await soon(async () => expect(await rows()).toMatchObject([{ lastError: 'Error: the lease is over' }]))
  })
})

describe('a lease', () => {
  test('keeps others away until it is over; then the job of a crashed worker is run by somebody else', async () => {
    await put({ n: 1 })
    const crashed = startJobs({
      store,
      handlers: { greet: { run: () => new Promise(() => {}), leaseMs: 60_000, maxTries: 3 } },
      recurring: [],
      log,
      now,
      pollMs: 5,
    })
    await soon(async () => expect(await rows()).toMatchObject([{ tries: 1 }]))
    // As a process that is gone: it takes nothing more, and never ends what it has.
    void crashed.stop()
    const seen: Job[] = []
    work(async (job) => void seen.push(job))
    await looks()
    expect(seen).toEqual([])
    clock.now += 60_000
    await soon(async () => expect(await rows()).toEqual([]))
    expect(seen).toMatchObject([{ tries: 2, data: { n: 1 } }])
  })
  test('that is over gives no right to settle: who has the job now decides', async () => {
    await put()
    let fail = (_: Error) => {}
    let finish = () => {}
    const runs: Job[] = []
    work(async (job) => {
      runs.push(job)
      await new Promise<void>((resolve, reject) => {
        if (runs.length === 1) fail = reject
        else finish = resolve
      })
    })
    await soon(() => expect(runs).toHaveLength(1))
    clock.now += 60_000
    work(async (job) => {
      runs.push(job)
      await new Promise<void>((resolve) => {
        finish = resolve
      })
    })
    await soon(() => expect(runs).toHaveLength(2))
    fail(new Error('late'))
    await looks()
    expect(await rows()).toMatchObject([{ tries: 2, lastError: null, runAt: clock.now + 60_000 }])
    finish()
    await soon(async () => expect(await rows()).toEqual([]))
  })
  test('of hundred jobs among four workers runs each once', async () => {
    const stores = engine === 'sqlite' ? [] : await Promise.all([0, 1, 2].map(() => openStore(house.url)))
    onTestFinished(async () => void (await Promise.all(stores.map((s) => s.close()))))
    const seen: unknown[] = []
    const run: JobHandler['run'] = async ({ data }) => void seen.push(data.n)
    for (const on of [store, ...stores]) work(run, { on })
    for (let i = stores.length; i < 3; i += 1) work(run)
    await store.write(async (tx) => {
      for (let n = 0; n < 100; n += 1) await enqueue(tx, { kind: 'greet', data: { n }, runAt: clock.now })
    })
    await soon(async () => expect(await rows()).toEqual([]))
    expect((seen as number[]).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n))
  })
})

describe('what recurs', () => {
  const recurring = [{ kind: 'greet', everyMs: 3_600_000 }]
  test('runs once each time among several workers, also after failing and after a restart', async () => {
    const at: number[] = []
    let fails = false
    const run = async () => {
      at.push(clock.now)
      if (fails) throw new Error('no')
    }
    const start = clock.now
    /** Ran so often, and it is written down: before that a clock that is set ahead ends the lease of what still runs. */
    const ran = async (times: number) => {
      const runAt = start + times * 3_600_000
      await soon(async () => expect(await rows()).toMatchObject([{ runAt, tries: 0 }]))
      expect(at).toHaveLength(times)
    }
    const workers = [0, 1, 2].map(() => work(run, { recurring, maxTries: 1 }))
    await ran(1)
    clock.now = start + 3_600_000 - 1
    await looks()
    expect(at).toHaveLength(1)
    clock.now = start + 3_600_000
    await ran(2)
    fails = true
    clock.now = start + 2 * 3_600_000
    await ran(3)
    expect(await rows()).toMatchObject([{ dead: false, lastError: 'Error: no' }])
    fails = false
    await Promise.all(workers.map((worker) => worker.stop()))
    work(run, { recurring })
    await looks()
    expect(at).toHaveLength(3)
    // However many times were missed, it is made up for once.
    clock.now = start + 9 * 3_600_000 + 5
    await soon(() => expect(at).toHaveLength(4))
    await soon(async () =>
      expect(await rows()).toMatchObject([{ runAt: start + 10 * 3_600_000, lastError: null }]),
    )
    expect(await rows()).toHaveLength(1)
  })
})

describe('stopping', () => {
  test('finishes the jobs in hand and begins no more', async () => {
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const begun: unknown[] = []
    for (let n = 0; n < 25; n += 1) await put({ n })
    const worker = work(async ({ data }) => {
      begun.push(data.n)
      await held
    })
    await soon(() => expect(begun).toHaveLength(10))
    let stopped = false
    const stopping = worker.stop().then(() => {
      stopped = true
    })
    await looks()
    expect(stopped).toBe(false)
    finish()
    await stopping
    expect(begun).toHaveLength(10)
    expect(await rows()).toHaveLength(15)
  })
  test('wakes a worker that rests', async () => {
    const worker = startJobs({ store, handlers: {}, recurring: [], log, now, pollMs: 600_000 })
    await looks()
    await worker.stop()
    expect(await rows()).toEqual([])
  })
})

test('a worker goes on after the database could not be had', async () => {
  const seen: unknown[] = []
  let down = true
  const flaky: Store = {
    ...store,
    write: (unit) => (down ? Promise.reject(new Error('down')) : store.write(unit)),
  }
  await put({ n: 1 })
  work(async ({ data }) => void seen.push(data), { on: flaky })
  await looks()
  expect([seen, logged.includes('error jobs paused')]).toEqual([[], true])
  down = false
  await soon(() => expect(seen).toEqual([{ n: 1 }]))
})
