import type { How, Purpose, UnitFacts } from '@tmt/shared/residency/seat-contract.ts'
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { places } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { newId } from '../platform/ids.ts'
import type { Read, Write } from '../platform/store.ts'
import { flat, joined, type Residency } from './store.ts'
import { residencies, seatAnswers, seatChanges, seats, unitTotals } from './tables.ts'

export type Seat = typeof seats.$inferSelect
export type SeatChange = typeof seatChanges.$inferSelect
type At = Pick<Residency, 'doorIndex' | 'communityId' | 'placeCode' | 'demo'>

export async function findSeat(db: Read, id: string): Promise<Seat | undefined> {
  const [row] = await db.select().from(seats).where(eq(seats.id, id))
  return row
}
export async function findSeatAt(db: Read, doorIndex: string, purpose: Purpose): Promise<Seat | undefined> {
  const [row] = await db
    .select()
    .from(seats)
    .where(and(eq(seats.doorIndex, doorIndex), eq(seats.purpose, purpose)))
  return row
}
/** Others who hold the same seat wait until this unit ends; made where there is none. */
export async function holdSeat(tx: Write, at: At, purpose: Purpose, now: number): Promise<Seat> {
  const { doorIndex, communityId, placeCode, demo } = at
  const [row] = await tx
    .insert(seats)
    .values({ id: newId(now), purpose, doorIndex, communityId, placeCode, demo })
    .onConflictDoUpdate({
      target: [seats.doorIndex, seats.purpose],
      set: { version: sql`${seats.version}` },
    })
    .returning()
  return row!
}
/** Those whose residency makes them members, in the order in which they were verified. */
export async function membersAt(db: Read, doorIndex: string, purpose: Purpose): Promise<Residency[]> {
  const kinds =
    purpose === 'unit'
      ? sql`${residencies.kind} = 'ownerOnly'`
      : sql`${residencies.kind} in ('hukouAndLive', 'hukouOnly', 'liveOnly')`
  const rows = await joined(db)
    .where(and(eq(residencies.doorIndex, doorIndex), eq(residencies.status, 'verified'), kinds))
    .orderBy(asc(residencies.decidedAt), asc(residencies.id))
  return rows.map(flat)
}
type Ask = { of: string; after: string; limit: number }
/** The same members, of a seat's id, as those to whom something is told: by person, those after `after`. */
export async function seatMembers(db: Read, { of, after, limit }: Ask): Promise<string[]> {
  const seat = await findSeat(db, of)
  const members = seat ? await membersAt(db, seat.doorIndex, seat.purpose) : []
  const people = new Set(members.map(({ personId }) => personId).filter((id) => id > after))
  return [...people].toSorted().slice(0, limit)
}
type Change = Partial<Pick<Seat, 'headId' | 'representativeId' | 'how'>> & Partial<UnitFacts>
export async function updateSeat(tx: Write, id: string, change: Change) {
  await tx
    .update(seats)
    .set({ ...change, version: sql`${seats.version} + 1` })
    .where(eq(seats.id, id))
}

export async function pendingOf(db: Read, seatId: string): Promise<SeatChange | undefined> {
  const [row] = await db.select().from(seatChanges).where(eq(seatChanges.pendingOf, seatId))
  return row
}
type Made = { toId: string | null; byId: string | null; how: How; note?: string }
export async function insertChange(tx: Write, seatId: string, change: Made, now: number) {
  await tx
    .insert(seatChanges)
    .values({ id: newId(now), seatId, ...change, state: 'done', at: now, settledAt: now })
}
/** Returns its id. */
export async function insertProposal(tx: Write, seatId: string, toId: string, byId: string, now: number) {
  const id = newId(now)
  const one = { seatId, toId, byId, how: 'agreed', state: 'pending', pendingOf: seatId } as const
  await tx.insert(seatChanges).values({ id, ...one, at: now })
  return id
}
export async function settleProposal(
  tx: Write,
  id: string,
  state: 'done' | 'declined' | 'lapsed',
  now: number,
) {
  await tx
    .update(seatChanges)
    .set({ state, pendingOf: null, settledAt: now })
    .where(and(eq(seatChanges.id, id), isNotNull(seatChanges.pendingOf)))
}
export async function insertAnswer(tx: Write, changeId: string, personId: string, now: number) {
  await tx.insert(seatAnswers).values({ changeId, personId, at: now })
}
export async function answersTo(db: Read, changeId: string) {
  const rows = await db
    .select({ personId: seatAnswers.personId })
    .from(seatAnswers)
    .where(eq(seatAnswers.changeId, changeId))
  return rows.map(({ personId }) => personId)
}
/** As many of the past as anybody reads. */
const HISTORY = 20
export function historyOf(db: Read, seatId: string) {
  return db
    .select({
      at: sql<number>`${seatChanges.settledAt}`,
      how: seatChanges.how,
      name: persons.name,
      phone: persons.phoneMask,
    })
    .from(seatChanges)
    .leftJoin(persons, eq(persons.id, seatChanges.toId))
    .where(and(eq(seatChanges.seatId, seatId), eq(seatChanges.state, 'done')))
    .orderBy(desc(seatChanges.settledAt), desc(seatChanges.id))
    .limit(HISTORY)
    .then((rows) => rows.map((row) => ({ ...row, at: Number(row.at) })))
}

/** Of those that were verified where no seat was made yet, at most so many. */
export async function listSeatless(db: Read, limit: number): Promise<Residency[]> {
  const kind = sql`case when ${residencies.kind} = 'ownerOnly' then 'unit' else 'household' end`
  const seat = sql`select 1 from ${seats} where ${seats.doorIndex} = ${residencies.doorIndex} and ${seats.purpose} = ${kind}`
  const rows = await joined(db)
    .where(
      and(
        eq(residencies.status, 'verified'),
        sql`${residencies.kind} <> 'workOnly'`,
        sql`not exists (${seat})`,
      ),
    )
    .limit(limit)
  return rows.map(flat)
}

/** For each 小区 in use: what was entered, and what was verified so far. */
export async function listTotals(db: Read, communityId: string) {
  const area = sql.raw('"counted"."area_code"')
  const verified = sql`select count(*) from ${seats} inner join ${places} counted on counted.code = ${seats.placeCode}
    where ${area} = ${places.code} and ${seats.purpose} = 'unit' and exists (select 1 from ${residencies}
    where ${residencies.doorIndex} = ${seats.doorIndex} and ${residencies.status} = 'verified' and ${residencies.kind} = 'ownerOnly')`
  const measured = sql`select coalesce(sum(${seats.area}), 0) from ${seats} inner join ${places} counted
    on counted.code = ${seats.placeCode} where ${area} = ${places.code} and ${seats.purpose} = 'unit' and exists
    (select 1 from ${residencies} where ${residencies.doorIndex} = ${seats.doorIndex}
    and ${residencies.status} = 'verified' and ${residencies.kind} = 'ownerOnly')`
  const rows = await db
    .select({
      place: places.code,
      name: places.name,
      units: unitTotals.units,
      area: unitTotals.area,
      version: unitTotals.version,
      verifiedUnits: sql<number>`(${verified})`,
      verifiedArea: sql<number>`(${measured})`,
    })
    .from(places)
    .leftJoin(unitTotals, eq(unitTotals.placeCode, places.code))
    .where(and(eq(places.communityId, communityId), eq(places.kind, 'area'), sql`${places.closedAt} is null`))
    .orderBy(asc(places.code))
  return rows.map(({ place, name, units, area: entered, version, verifiedUnits, verifiedArea }) => ({
    place,
    name,
    entered: units === null || entered === null ? null : { units, area: entered },
    verified: { units: Number(verifiedUnits), area: Number(verifiedArea) },
    version: version ?? 0,
  }))
}
type Totals = { units: number; area: number; enteredBy: string; enteredAt: number }
/** Writes over the version that was read, 0 for none; false when somebody was faster. */
export async function saveTotals(tx: Write, placeCode: string, version: number, totals: Totals) {
  const rows =
    version === 0
      ? await tx
          .insert(unitTotals)
          .values({ placeCode, ...totals })
          .onConflictDoNothing()
          .returning({ version: unitTotals.version })
      : await tx
          .update(unitTotals)
          .set({ ...totals, version: version + 1 })
          .where(and(eq(unitTotals.placeCode, placeCode), eq(unitTotals.version, version)))
          .returning({ version: unitTotals.version })
  return rows.length > 0
}
