import { and, eq, isNull, sql } from 'drizzle-orm'
import { persons } from '../people/tables.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read } from '../platform/store.ts'
import { residencies, seats } from './tables.ts'

const t = residencies
/** An expression, so that SQLite looks by the person or the door, never through all that were verified. */
const lives = and(
  sql`${t.status} || '' = 'verified'`,
  sql`${t.kind} in ('hukouAndLive', 'hukouOnly', 'liveOnly')`,
)

const ownSeat = prepared((db: Read) =>
  db
    .select({ id: seats.id, doorIndex: t.doorIndex })
    .from(t)
    .innerJoin(seats, and(eq(seats.doorIndex, t.doorIndex), eq(seats.purpose, 'household')))
    .where(and(eq(t.personId, sql.placeholder('person')), lives))
    .orderBy(sql`${t.primaryOf} is null`, t.id)
    .limit(1),
)
/** The household of whoever is a verified resident, where they live first of all; its id outlasts keys. Null for others. */
export async function householdIdOf(db: Read, personId: string) {
  const [row] = await ownSeat(db, { person: personId })
  return row?.id ?? null
}
/** Everybody whose verified residency is at that door; nobody of who is no verified resident. */
export async function householdMembersOf(db: Read, personId: string) {
  const [seat] = await ownSeat(db, { person: personId })
  if (!seat) return []
  const rows = await db
    .select({ personId: persons.id, name: persons.name, phone: persons.phoneMask, adultAt: t.adultAt })
    .from(t)
    .innerJoin(persons, eq(persons.id, t.personId))
    .where(and(eq(t.doorIndex, seat.doorIndex), lives, isNull(persons.leftAt)))
    .orderBy(t.decidedAt, t.id)
  const once = new Map(rows.map((row) => [row.personId, row]))
  return [...once.values()].map(({ name, phone, ...row }) => ({ ...row, name: name ?? phone }))
}
