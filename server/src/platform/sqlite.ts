import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import {
  refuseNested,
  runUnit,
  type Store,
  Unavailable,
  UniqueViolation,
  type Unit,
  type Write,
} from './store.ts'

export type SqliteOptions = {
  /** Most units that share one COMMIT; 1 switches group commit off. */
  group?: number
  /** Most milliseconds that a group goes on taking units in. */
  hold?: number
  /** Most milliseconds that one unit may take. */
  limit?: number
  /** Most milliseconds to wait for a lock held by another process. */
  patience?: number
  /** Upper bound of the file in pages, for tests of a full disk. */
  maxPages?: number
}
type Job = { work: Unit<unknown>; resolve(value: unknown): void; reject(error: unknown): void }

function connect(file: string, readonly: boolean) {
  const raw = new Database(file, { readonly })
  if (!readonly) {
    raw.pragma('journal_mode = WAL')
    // FULL: an acknowledged unit outlives a power cut.
    raw.pragma('synchronous = FULL')
  }
  raw.pragma('foreign_keys = ON')
  raw.pragma(`cache_size = -${readonly ? 65_536 : 32_768}`)
  // Waiting inside SQLite would block the event loop; the queue below waits instead.
  raw.pragma('busy_timeout = 0')
  const handle = drizzle(raw, { casing: 'snake_case' })
  return { raw, handle: Object.assign(handle, { rows: async (q: SQL) => handle.all(q) }) as unknown as Write }
}

/** `table.column, table.column` of every unique index → its name: SQLite's errors tell columns alone. */
function uniqueIndexes(raw: Database.Database) {
  const names = new Map<string, string>()
  const rows = raw
    .prepare(
      `select m.name as "table", l.name as "index", i.name as "column" from sqlite_master m
       join pragma_index_list(m.name) l join pragma_index_info(l.name) i
       where m.type = 'table' and l."unique" = 1 order by l.name, i.seqno`,
    )
    .all() as { table: string; index: string; column: string }[]
  const columns = Map.groupBy(rows, (row) => row.index)
  for (const [index, parts] of columns)
    names.set(parts.map((p) => `${p.table}.${p.column}`).join(', '), index)
  return names
}

const busy = /^SQLITE_(BUSY|LOCKED)/
const unusable = /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|PROTOCOL)/
const codeOf = (error: unknown): string => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : cause ? codeOf(cause) : ''
}
const messageOf = (error: unknown): string => {
  const { message = '', cause } = error as { message?: string; cause?: unknown }
  return cause ? `${message} ${messageOf(cause)}` : message
}

/** One writer, one reader. Units queue up, run one after another in savepoints of their own, and are committed together. */
export function openSqlite(file: string, options: SqliteOptions = {}): Store {
  const { group = 256, hold = 8, limit = 2000, patience = 5000, maxPages } = options
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
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
  const stats = { commits: 0, units: 0, retries: 0 }
  let names: Map<string, string> | undefined
  const queue: Job[] = []
  let draining: Promise<void> | undefined

  function translate(error: unknown) {
    const code = codeOf(error)
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
      const columns = /constraint failed: (.+)$/.exec(messageOf(error))?.[1] ?? ''
      names ??= uniqueIndexes(writer.raw)
      return new UniqueViolation(names.get(columns) ?? columns)
    }
    return busy.test(code) || unusable.test(code) ? new Unavailable(code, { cause: error }) : error
  }

  async function beginPatiently() {
    const until = performance.now() + patience
    for (let wait = 1; ; wait = Math.min(50, wait * 2)) {
      try {
        begin.run()
        return
      } catch (error) {
        if (!busy.test(codeOf(error)) || performance.now() > until) throw error
        stats.retries += 1
        await sleep(wait)
      }
    }
  }

  async function runGroup(jobs: Job[]) {
    const settle: (() => void)[] = []
    await beginPatiently()
    const until = performance.now() + hold
    do {
      const job = queue.shift()!
      jobs.push(job)
      save.run()
      try {
        const value = await runUnit(writer.handle, job.work, limit)
        release.run()
        settle.push(() => job.resolve(value))
      } catch (error) {
        // A full disk or an I/O error may have ended the whole transaction already.
        if (!writer.raw.inTransaction) throw error
        undo.run()
        release.run()
        settle.push(() => job.reject(translate(error)))
      }
    } while (queue.length > 0 && jobs.length < group && performance.now() < until)
    commit.run()
    stats.commits += 1
    stats.units += settle.length
    for (const done of settle) done()
  }

  async function drain() {
    while (queue.length > 0) {
      const jobs: Job[] = []
      try {
        await runGroup(jobs)
      } catch (error) {
        if (writer.raw.inTransaction) rollback.run()
        const failed = jobs.length > 0 ? jobs : queue.splice(0, group)
        for (const job of failed) job.reject(translate(error))
      }
      // Lets answers go out and requests come in, so that the next group is a group.
      await new Promise((resolve) => setImmediate(resolve))
    }
    draining = undefined
  }

  return {
    read: reader.handle,
    stats,
    write<T>(work: Unit<T>) {
      refuseNested()
      return new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject })
        draining ??= new Promise((r) => setImmediate(r)).then(drain)
      })
    },
    async lock() {},
    async announce() {},
    async listen() {},
    async close() {
      await draining
      reader.raw.close()
      writer.raw.close()
    },
  }
}
