import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { median } from './figures.ts'
import { folder } from './sizes.ts'

const PROBES = 200

function timed(times: number, work: (i: number) => void) {
  const taken: number[] = []
  for (let i = 0; i < times; i += 1) {
    const from = performance.now()
    work(i)
    taken.push(performance.now() - from)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  return { p50: median(sorted), p99: sorted[Math.floor(times * 0.99)]! }
}

/** What it costs here to have 4 KiB on the disk for certain, and one row in SQLite under FULL. Milliseconds. */
export function diskCost() {
  const file = join(folder, 'probe')
  const page = Buffer.alloc(4096, 1)
  const output = openSync(file, 'w')
  const syncing = (sync: (fd: number) => void) =>
    timed(PROBES, (i) => {
      writeSync(output, page, 0, page.length, i * page.length)
      sync(output)
    })
  const fsync = syncing(fsyncSync)
  const fdatasync = syncing(fdatasyncSync)
  closeSync(output)
  rmSync(file)

  const raw = new Database(`${file}.db`)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = FULL')
  raw.exec('create table t (n integer)')
  const insert = raw.prepare('insert into t values (?)')
  const commit = timed(PROBES, (i) => insert.run(i))
  raw.close()
  for (const rest of ['', '-wal', '-shm']) rmSync(`${file}.db${rest}`, { force: true })
  return { fsync, fdatasync, commit }
}

export function machine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? '?',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${type()} ${release()}`,
    node: process.version,
    sqlite: sqliteVersion(),
  }
}
function sqliteVersion() {
  const raw = new Database(':memory:')
  const version = raw.prepare('select sqlite_version()').pluck().get() as string
  raw.close()
  return version
}
export const load = () => loadavg().map((n) => Math.round(n * 100) / 100)
