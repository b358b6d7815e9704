import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export function migrationsFolder(dialect: 'sqlite' | 'pg') {
  return fileURLToPath(new URL(`../../migrations/${dialect}`, import.meta.url))
}

/** Brings a database to this version's schema. Two processes may start at once: the second finds it done. */
export async function migrateDatabase(url: string): Promise<void> {
  if (url.startsWith('pglite')) return // migrated when it is opened: it lives in this process alone
  if (url.startsWith('postgres')) {
    const { default: pg } = await import('pg')
    const { drizzle } = await import('drizzle-orm/node-postgres')
    const { migrate } = await import('drizzle-orm/node-postgres/migrator')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query('select pg_advisory_lock(3212)')
      await migrate(drizzle(client), { migrationsFolder: migrationsFolder('pg') })
    } finally {
      await client.end()
    }
    return
  }
  const { default: Database } = await import('better-sqlite3')
  const { drizzle } = await import('drizzle-orm/better-sqlite3')
  const { migrate } = await import('drizzle-orm/better-sqlite3/migrator')
  mkdirSync(dirname(url), { recursive: true })
  const raw = new Database(url, { timeout: 10_000 })
  try {
    raw.pragma('journal_mode = WAL')
    migrate(drizzle(raw), { migrationsFolder: migrationsFolder('sqlite') })
  } finally {
    raw.close()
  }
}
