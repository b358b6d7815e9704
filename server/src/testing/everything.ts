import { sql } from 'drizzle-orm'
import { engine } from '../platform/dialect.ts'
import type { TestHouse } from './house.ts'

/** Every row of every table as text, whatever the schema is: what somebody reads who gets hold of the database. */
export async function everythingIn(house: TestHouse, only?: readonly string[]) {
  const list =
    engine === 'sqlite'
      ? sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`
      : sql`select table_name as name from information_schema.tables where table_schema = 'public'`
  const all = await house.store.read.rows<{ name: string }>(list)
  const tables = all.map(({ name }) => name).filter((name) => !only || only.includes(name))
  const parts: string[] = []
  for (const name of tables) {
    const rows = await house.store.read.rows(sql`select * from ${sql.identifier(name)}`)
    parts.push(JSON.stringify(rows))
  }
  return { tables, text: parts.join('\n') }
}
