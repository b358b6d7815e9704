import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, explainer, isBusy } from './sqlite-connection.ts'
import { refuseNested, runUnit, type Store, Unavailable, type Unit } from './store.ts'

export type SqliteOptions = {
  /** Most units that share one COMMIT; 1 switches group commit off. */
  group?: number
  /** Most milliseconds that a group goes on taking units in. */
  hold?: number
  /** Most milliseconds that one unit may take. */
  limit?: number
  /** Most milliseconds to wait for a lock held by another process. */
  patience?: number
  /** Most units that may wait; what comes then is refused. */
  waiting?: number
  /** Upper bound of the file in pages, for tests of a full disk. */
  maxPages?: number
}
type Job = {
  work: Unit<unknown>
  resolve(value: unknown): void
  reject(error: unknown): void
  settle(): void
}

/** A unit's failure that ended the group's transaction: a full disk, an I/O error. */
class Collapsed extends Error {}

/** One writer, one reader. Units queue up, run one after another in savepoints of their own, and are committed together. */
export function openSqlite(file: string, options: SqliteOptions = {}): Store {
  const { group = 256, hold = 20, limit = 2000, patience = 5000, waiting = 10_000, maxPages } = options
  mkdirSync(dirname(file), { recursive: true })
  const writer = connect(file, false)
  const reader = connect(file, true)
  if (maxPages) writer.raw.pragma(`max_page_count = ${maxPages}`)
  const say = (statement: string) => writer.raw.prepare(statement)
  const begin = say('BEGIN IMMEDIATE')
  const commit = say('COMMIT')
  const rollback = say('ROLLBACK')
  const save = say('SAVEPOINT unit')
  const release = say('RELEASE unit')
  const undo = say('ROLLBACK TO unit')
  const explain = explainer(writer.raw)
  const stats = { commits: 0, units: 0, retries: 0 }
  const queue: Job[] = []
  let draining: Promise<void> | undefined
  let closing: Promise<void> | undefined
  /** How many of the next units run in a group of their own: those that were in one that broke. */
  let alone = 0

  async function beginPatiently() {
    const until = performance.now() + patience
    for (let wait = 1; ; wait = Math.min(50, wait * 2)) {
      try {
        begin.run()
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error
        stats.retries += 1
        await sleep(wait)
      }
    }
  }

  async function runJob(job: Job) {
    save.run()
    let failure: unknown
    try {
      const value = await runUnit(writer.handle, job.work, limit)
      job.settle = () => job.resolve(value)
    } catch (error) {
      failure = error ?? new Error('a unit threw nothing')
      job.settle = () => job.reject(explain(error))
    }
    if (!writer.raw.inTransaction) throw new Collapsed('the transaction was ended', { cause: failure })
    if (failure !== undefined) undo.run()
    release.run()
  }

  async function runGroup(jobs: Job[]) {
    const most = alone > 0 ? 1 : group
    const until = performance.now() + hold
    do {
      const job = queue.shift()!
      jobs.push(job)
      await runJob(job)
    } while (queue.length > 0 && jobs.length < most && performance.now() < until)
    commit.run()
    alone = Math.max(0, alone - jobs.length)
    stats.commits += 1
    stats.units += jobs.length
    for (const job of jobs) job.settle()
  }

  /** Whose fault it was is told; the others of the group are run again, each by itself. */
  function takeBack(jobs: Job[], error: unknown) {
    const failed = error instanceof Collapsed ? jobs.splice(-1) : jobs.splice(0)
    alone = Math.max(0, alone - failed.length, jobs.length)
    queue.unshift(...jobs)
    const told = explain(error instanceof Collapsed ? error.cause : error)
    for (const job of failed)
      job.reject(told instanceof Unavailable ? told : new Unavailable('not committed', { cause: error }))
  }

  async function drain() {
    while (queue.length > 0) {
      const jobs: Job[] = []
      try {
        await beginPatiently()
        await runGroup(jobs)
      } catch (error) {
        if (writer.raw.inTransaction) rollback.run()
        takeBack(jobs.length > 0 ? jobs : queue.splice(0), error)
      }
      // Lets answers go out and requests come in, so that the next group is a group.
      await new Promise((resolve) => setImmediate(resolve))
    }
    draining = undefined
  }

  return {
    read: reader.handle,
    stats,
    explain,
    async write<T>(work: Unit<T>) {
      refuseNested()
      if (closing) throw new Unavailable('the database is closed')
      if (queue.length >= waiting) throw new Unavailable('too many units are waiting')
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: (value) => resolve(value as T), reject, settle() {} })
        draining ??= new Promise((r) => setImmediate(r)).then(drain)
      })
    },
    async lock() {},
    async announce() {},
    async listen() {},
    async ping() {
      reader.raw.prepare('select 1').get()
    },
    close() {
      closing ??= Promise.resolve(draining).then(() => {
        reader.raw.close()
        writer.raw.close()
      })
      return closing
    },
  }
}
