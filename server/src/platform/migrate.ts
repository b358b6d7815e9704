import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { engineOf } from './dialect.ts'

export function migrationsFolder(dialect: 'sqlite' | 'pg') {
  return fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url))
}

/** Brings a database to this version's schema. Two processes may start at once: the second finds it done. */
export async function migrateDatabase(url: string): Promise<void> {
  const engine = engineOf(url)
  if (engine === 'postgres') await migratePostgres(url)
  if (engine === 'sqlite') await migrateSqlite(url)
  // PGlite is migrated when it is opened: it lives in this process alone.
}

async function migratePostgres(url: string) {
  const { default: pg } = await import('pg')
  const { drizzle } = await import('drizzle-orm/node-postgres')
  const { migrate } = await import('drizzle-orm/node-postgres/migrator')
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(3212)')
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder('pg') })
  } finally {
    await client.end()
  }
}

/** Keeps drizzle's own record of what was run, but holds the write lock from before it is read. */
async function migrateSqlite(file: string) {
  const { default: Database } = await import('better-sqlite3')
  const { readMigrationFiles } = await import('drizzle-orm/migrator')
  mkdirSync(dirname(file), { recursive: true })
  const raw = new Database(file, { timeout: 10_000 })
  try {
    raw.pragma('journal_mode = WAL')
    // A table that is rebuilt is dropped on the way; whether all references hold is asked at the end.
    raw.pragma('foreign_keys = OFF')
    const migrations = readMigrationFiles({ migrationsFolder: migrationsFolder('sqlite') })
    const bringUp = raw.transaction(() => {
      raw.exec(`create table if not exists __drizzle_migrations
        (id serial primary key, hash text not null, created_at numeric)`)
      const last = raw.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as
        | number
        | null
      const note = raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      const missing = migrations.filter((m) => m.folderMillis > (last ?? 0))
      for (const { sql, hash, folderMillis } of missing) {
        for (const statement of sql) raw.exec(statement)
        note.run(hash, folderMillis)
      }
      if (missing.length === 0) return
      const orphans = raw.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0) throw new Error(`migration leaves ${orphans.length} broken references`)
    })
    bringUp.immediate()
  } finally {
    raw.close()
  }
}
