import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { databaseUrl, engine } from '../platform/dialect.ts'
import { migrateDatabase } from '../platform/migrate.ts'

export type TestDatabase = { url: string; drop(): Promise<void> }

async function onServer(statement: string) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A database of its own, at this version's schema, on the engine under test. */
export async function createDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase()
  await migrateDatabase(database.url)
  return database
}

export async function createEmptyDatabase(): Promise<TestDatabase> {
  if (engine === 'pglite') return { url: 'pglite', drop: async () => {} }
  if (engine === 'postgres') {
    const name = `tmt_${randomBytes(6).toString('hex')}`
    await onServer(`create database ${name}`)
    const url = new URL(databaseUrl)
    url.pathname = `/${name}`
    return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) }
  }
  const folder = mkdtempSync(join(tmpdir(), 'taimintong-'))
  const url = join(folder, 'city.db')
  return { url, drop: async () => rmSync(folder, { recursive: true, force: true }) }
}
