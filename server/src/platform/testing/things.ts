import { engine, int, table, text, uniqueIndex } from '../dialect.ts'
import { openStore } from '../open-store.ts'
import type { SqliteOptions } from '../sqlite.ts'
import { createDatabase } from '../../testing/database.ts'

/** A table of the tests' own, so that the platform's tests know of no feature. */
export const things = table(
  'things',
  { id: text().primaryKey(), name: text(), count: int().notNull().default(0) },
  (t) => [uniqueIndex('things_name').on(t.name)],
)
const schema = [
  'create table things (id text primary key, name text, count integer not null default 0)',
  'create unique index things_name on things (name)',
]

/** Runs statements on a connection of its own, beside the store under test. */
export async function execute(url: string, ...statements: string[]): Promise<void> {
  if (engine === 'sqlite') {
    const { default: Database } = await import('better-sqlite3')
    const raw = new Database(url)
    for (const statement of statements) raw.exec(statement)
    raw.close()
    return
  }
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A database with the table, and a store on it. */
export async function openThings(sqlite: SqliteOptions = {}) {
  const database = await createDatabase()
  await execute(database.url, ...schema)
  const store = await openStore(database.url, sqlite)
  return {
    store,
    url: database.url,
    async close() {
      await store.close()
      await database.drop()
    },
  }
}
