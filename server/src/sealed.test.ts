import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRelative, relatedTo } from './people/relatives-store.ts'
import { engine } from './platform/dialect.ts'
import { reseal } from './platform/reseal.ts'
import { Secrets } from './platform/secrets.ts'
import { findSeat, membersAt } from './residency/seat-store.ts'
import { findResidency, insertResidency } from './residency/store.ts'
import { homeFrom, verifiedHome } from './residency/testing/residency.ts'
import { family, propose } from './residency/testing/seats.ts'
import { seatChanges } from './residency/tables.ts'
import { sealed } from './sealed.ts'
import { everythingIn } from './testing/everything.ts'
import { openHouse, type TestHouse } from './testing/house.ts'
import { newPhone, somebody } from './testing/somebody.ts'
import { personOfPhone } from './people/store.ts'

const old = { version: 1, key: Buffer.alloc(32, 7) }
const next = { version: 2, key: Buffer.alloc(32, 8) }
const both = new Secrets(next, [old])
const alone = new Secrets(next)

let house: TestHouse
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())
const rotate = () => reseal(house.store, both, sealed, () => {})

/** Gone within a day: nothing has to be made anew. */
const passing = ['door_codes.digits_index', 'identity_attempts.ticket_sealed', 'sign_in_codes.phone_index']
test('every column that is sealed, or indexes what is, is renewed when the key changes', async () => {
  const { tables } = await everythingIn(house)
  const found: string[] = []
  for (const table of tables) {
    const list =
      engine === 'sqlite'
        ? sql`select name from pragma_table_info(${table})`
        : sql`select column_name as name from information_schema.columns
              where table_schema = 'public' and table_name = ${table}`
    const columns = await house.store.read.rows<{ name: string }>(list)
    found.push(...columns.map(({ name }) => `${table}.${name}`))
  }
  const secret = found.filter((name) => /_(sealed|index)$/.test(name))
  expect(secret.toSorted()).toEqual([...sealed.flatMap(({ columns }) => columns), ...passing].toSorted())
})

test('nothing in the database is left under the old key, and a second time there is nothing to do', async () => {
  await verifiedHome(house, await somebody(house), { kind: 'ownerOnly', certTail: '12ab' })
  await rotate()
  const { text } = await everythingIn(house)
  expect([text.includes('sm4:1:'), text.includes('sm4:2:')]).toEqual([false, true])
  const counts: number[] = []
  await reseal(house.store, both, sealed, (_table, rows) => void counts.push(rows))
  expect(counts).toEqual([])
})

test('a household is found by the new key alone, whole, with its voice; a door says the same', async () => {
  const one = await family(house, 3)
  await propose(house, one.seat, one.people[0]!, one.homes[1]!)
  await rotate()
  const seat = (await findSeat(house.store.read, one.seat))!
  const members = await membersAt(house.store.read, seat.doorIndex, 'household')
  expect(members.map(({ personId }) => personId).toSorted()).toEqual(
    one.people.map(({ id }) => id).toSorted(),
  )
  const home = (await findResidency(house.store.read, one.homes[0]!))!
  expect(alone.unseal(home.doorSealed)).toBe(one.door)
  const { now } = house.clock
  const facts = homeFrom(now, { door: one.door })
  const newcomer = { personId: (await somebody(house)).id, facts, submit: true, dueAt: now }
  const id = await house.store.write((tx) => insertResidency(tx, alone, newcomer, now))
  expect((await findResidency(house.store.read, id))!.doorIndex).toBe(seat.doorIndex)
})

test('who registered the same door while the keys changed joins the household that was there', async () => {
  const one = await family(house, 2)
  const { now } = house.clock
  const { id: personId } = await somebody(house)
  const facts = homeFrom(now, { door: one.door })
  const newcomer = { personId, facts, submit: true, dueAt: now }
  const id = await house.store.write((tx) => insertResidency(tx, both, newcomer, now))
  // Once more by one who is there already: it stands beside the first, and stops nothing.
  const again = { ...newcomer, personId: one.people[0]!.id }
  const twice = await house.store.write((tx) => insertResidency(tx, both, again, now))
  const { holdSeat, insertChange } = await import('./residency/seat-store.ts')
  const twin = await house.store.write(async (tx) => {
    const seat = await holdSeat(tx, (await findResidency(tx, id))!, 'household', now)
    await insertChange(tx, seat.id, { toId: personId, byId: null, how: 'only' }, now)
    return seat.id
  })
  expect(twin).not.toBe(one.seat)
  await rotate()
  const seat = (await findSeat(house.store.read, one.seat))!
  for (const home of [id, twice, one.homes[1]!])
    expect((await findResidency(house.store.read, home))!.doorIndex).toBe(seat.doorIndex)
  expect(await findSeat(house.store.read, twin)).toBeUndefined()
  const changes = await house.store.read.select().from(seatChanges)
  expect(changes.some(({ toId, seatId }) => toId === personId && seatId === one.seat)).toBe(true)
  const { text } = await everythingIn(house)
  expect(text).not.toContain('sm4:1:')
})

test('whose relative somebody is stays known, also of those who come only after the change', async () => {
  const worker = await somebody(house)
  const [known, phone] = [await somebody(house), newPhone()]
  await house.store.write(async (tx) => {
    for (const number of [known.phone, phone])
      await insertRelative(
        tx,
        house.secrets,
        { personId: worker.id, relation: 'parent', phone: number },
        house.clock.now,
      )
  })
  await rotate()
  const later = await house.store.write((tx) => personOfPhone(tx, alone, phone, house.clock.now))
  const related = await relatedTo(house.store.read, worker.id, [known.id, later.id])
  expect([...related].toSorted()).toEqual([known.id, later.id].toSorted())
})
