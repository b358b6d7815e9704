import Database from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { Unavailable, UniqueViolation, type Write } from './store.ts'

export function connect(file: string, readonly: boolean) {
  const raw = new Database(file, { readonly })
  if (!readonly) {
    raw.pragma('journal_mode = WAL')
    // FULL: an acknowledged unit outlives a power cut.
    raw.pragma('synchronous = FULL')
    // A checkpoint writes each changed page once, however often it changed: fewer of them, less to write.
    raw.pragma('wal_autocheckpoint = 8000')
    raw.pragma('journal_size_limit = 67108864')
  }
  raw.pragma('foreign_keys = ON')
  raw.pragma(`cache_size = -${readonly ? 32_768 : 16_384}`)
  // Waiting inside SQLite would block the event loop; the queue of units waits instead.
  raw.pragma('busy_timeout = 0')
  const handle = drizzle(raw, { casing: 'snake_case' })
  return {
    raw,
    handle: Object.assign(handle, { rows: async (q: SQL) => handle.all(q) }) as unknown as Write,
  }
}

/** `table.column, table.column` of every unique index → its name: SQLite's errors tell columns alone. */
function uniqueIndexes(raw: Database.Database) {
  const rows = raw
    .prepare(
      `select m.name as "table", l.name as "index", l.origin as origin, i.name as "column" from sqlite_master m
       join pragma_index_list(m.name) l join pragma_index_info(l.name) i
       where m.type = 'table' and l."unique" = 1 order by l.name, i.seqno`,
    )
    .all() as { table: string; index: string; origin: string; column: string }[]
  const names = new Map<string, string>()
  for (const [index, parts] of Map.groupBy(rows, (row) => row.index)) {
    const { table, origin } = parts[0]!
    // Primary keys are called as PostgreSQL calls them.
    const name = origin === 'pk' ? `${table}_pkey` : index
    names.set(parts.map((p) => `${p.table}.${p.column}`).join(', '), name)
  }
  return names
}

const busy = /^SQLITE_(BUSY|LOCKED)/
const unusable = /^SQLITE_(FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|PROTOCOL|NOMEM)/
type SqliteError = { code?: unknown; message?: string; cause?: unknown }

/** The driver's own error, which drizzle may have wrapped. */
function innermost(error: unknown): { code: string; message: string } {
  const { code, message = '', cause } = (error ?? {}) as SqliteError
  if (typeof code === 'string' && code.startsWith('SQLITE_')) return { code, message }
  return cause ? innermost(cause) : { code: '', message }
}
export const isBusy = (error: unknown) => busy.test(innermost(error).code)

/** Makes UniqueViolation and Unavailable of SQLite's errors. */
export function explainer(raw: Database.Database) {
  let names: Map<string, string> | undefined
  return (error: unknown) => {
    if (error instanceof Unavailable || error instanceof UniqueViolation) return error
    const { code, message } = innermost(error)
    if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
      const [, index, columns = ''] = /constraint failed: (?:index '(.+)'|(.+))$/.exec(message) ?? []
      names ??= uniqueIndexes(raw)
      return new UniqueViolation(index ?? names.get(columns) ?? columns, { cause: error })
    }
    return busy.test(code) || unusable.test(code) ? new Unavailable(code, { cause: error }) : error
  }
}
