import { CITY } from '@tmt/shared/divisions/rules.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { engine } from '../platform/dialect.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd } from '../testing/somebody.ts'
import { residentsOf } from './audience-store.ts'
import { saveCommunity } from './store.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ demo: false })
})
afterAll(() => house.close())

/** How SQLite goes about it; PostgreSQL, which would read so few rows whole, tells which indexes it has. */
async function planOf(statement: string) {
  const ask =
    engine === 'sqlite'
      ? sql`explain query plan ${sql.raw(statement)}`
      : sql`select indexdef as detail from pg_indexes where tablename in ('persons', 'role_grants')`
  const rows = await house.store.read.rows<{ detail: string }>(ask)
  return rows.map(({ detail }) => detail).join('\n')
}

test('whom a community’s news concern is found by indexes', async () => {
  const range = (column: string) => `${column} >= '321202001002' and ${column} < '321202001003'`
  const chose = `select id from persons where ${range('community_id')} and left_at is null`
  expect(await planOf(chose)).toContain('persons_community')
  const hold = `select person_id from role_grants where role = 'resident' and ${range('division')}`
  expect(await planOf(hold)).toContain('role_grants_division')
})

test('the index of those who left holds them alone, so that nobody goes through all others by it', async () => {
  const named = `select p.id from json_each('[]') g join persons p on p.id = g.value and p.left_at is null`
  expect(await planOf(named)).not.toMatch(/persons_left(?!.*WHERE \(left_at IS NOT NULL\))/)
  expect(await planOf('select id from persons where left_at < 5')).toContain('persons_left')
})

test('who is there is the same for a community, its district and the city, once each and in order', async () => {
  const community = '321202001002'
  const people = await crowd(house, 2, [{ role: 'resident', division: community }])
  await house.store.write((tx) => saveCommunity(tx, people[0]!.id, community))
  const ids = people.map(({ id }) => id).toSorted()
  const at = house.clock.now
  for (const unit of [community, '321202001000', '321202000000', CITY]) {
    const found = await residentsOf(house.store.read, { of: unit, until: at, after: '', limit: 500 })
    expect(found.filter((id) => ids.includes(id))).toEqual(ids)
    expect(found).toEqual([...new Set(found)].toSorted())
    const rest = await residentsOf(house.store.read, { of: unit, until: at, after: ids[0]!, limit: 500 })
    expect(rest).not.toContain(ids[0])
  }
})
