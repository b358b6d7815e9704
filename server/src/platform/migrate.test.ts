import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { createEmptyDatabase } from '../testing/database.ts'
import { engine } from './dialect.ts'
import { migrateDatabase, migrationsFolder } from './migrate.ts'
import { openStore } from './open-store.ts'

async function emptyDatabase() {
  const database = await createEmptyDatabase()
  onTestFinished(() => database.drop())
  return database.url
}
/** Every table with its columns, and every migration that was noted down. */
async function stateOf(url: string) {
  const store = await openStore(url)
  const columns =
    engine === 'sqlite'
      ? sql`select m.name || '.' || c.name as name from sqlite_master m join pragma_table_info(m.name) c
            where m.type = 'table' order by 1`
      : sql`select table_name || '.' || column_name as name from information_schema.columns
            where table_schema = 'public' order by 1`
  const notes = engine === 'sqlite' ? sql`__drizzle_migrations` : sql`drizzle.__drizzle_migrations`
  const schema = await store.read.rows<{ name: string }>(columns)
  const noted = await store.read.rows<{ hash: string }>(sql`select hash from ${notes} order by created_at`)
  await store.close()
  return { schema: schema.map(({ name }) => name), noted: noted.map(({ hash }) => hash) }
}
function journal() {
  const folder = migrationsFolder(engine === 'sqlite' ? 'sqlite' : 'pg')
  return (JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: unknown[] }).entries
}

test('an empty database is brought to this version, and left alone the second time', async () => {
  const url = await emptyDatabase()
  await migrateDatabase(url)
  const first = await stateOf(url)
  expect(first.schema).toEqual(expect.arrayContaining(['audit_entries.outcome', 'jobs.run_at']))
  expect(first.noted).toHaveLength(journal().length)
  await migrateDatabase(url)
  expect(await stateOf(url)).toEqual(first)
})

test('processes that start at the same time bring it there together', async () => {
  const url = await emptyDatabase()
  const module = new URL('migrate.ts', import.meta.url).href
  const program = `import { migrateDatabase } from '${module}'
process.stdout.write('ready')
await new Promise((resolve) => process.stdin.once('end', resolve).resume())
await migrateDatabase(process.argv[1])`
  const children = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program, url], { stdio: ['pipe', 'pipe', 'pipe'] }),
  )
  const ended = children.map(async (child) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => void (said += text))
    const [code] = (await once(child, 'close')) as [number]
    return { code, said }
  })
  // All are let go at once.
  await Promise.all(children.map((child) => once(child.stdout, 'data')))
  for (const child of children) child.stdin.end()
  for (const end of await Promise.all(ended)) expect(end).toEqual({ code: 0, said: '' })
  expect((await stateOf(url)).noted).toHaveLength(journal().length)
})
