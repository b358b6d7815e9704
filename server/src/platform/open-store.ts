import { engineOf } from './dialect.ts'
import { openPglite, openPostgres } from './postgres.ts'
import { openSqlite, type SqliteOptions } from './sqlite.ts'
import type { Store } from './store.ts'

/** `postgres://…`, `pglite`, or the path of a SQLite file. */
export async function openStore(url: string, sqlite: SqliteOptions = {}): Promise<Store> {
  const engine = engineOf(url)
  if (engine === 'postgres') return openPostgres(url)
  return engine === 'pglite' ? openPglite() : openSqlite(url, sqlite)
}
