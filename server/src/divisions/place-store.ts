import type { ManagedPlace, Place, PlaceKind } from '@tmt/shared/divisions/place-contract.ts'
import { placeCode, seriesOf } from '@tmt/shared/divisions/place-rules.ts'
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { placeNumbers, places } from './tables.ts'

export type PlaceRow = typeof places.$inferSelect
const inOrder = [asc(places.kind), asc(places.code)]

export function placeView({ code, kind, name, gridCode, areaCode }: PlaceRow): Place {
  return { code, kind, name, grid: gridCode, area: areaCode }
}
export function managedView(row: PlaceRow): ManagedPlace {
  return { ...placeView(row), closed: row.closedAt !== null, version: row.version, demo: row.demo }
}
export async function findPlace(db: Read, code: string): Promise<PlaceRow | undefined> {
  const [row] = await db.select().from(places).where(eq(places.code, code))
  return row
}
/** Those in use. */
export function openPlaces(db: Read, communityId: string): Promise<PlaceRow[]> {
  return db
    .select()
    .from(places)
    .where(and(eq(places.communityId, communityId), isNull(places.closedAt)))
    .orderBy(...inOrder)
    .then((rows) => rows)
}
export function allPlaces(db: Read, communityId: string): Promise<PlaceRow[]> {
  return db
    .select()
    .from(places)
    .where(eq(places.communityId, communityId))
    .orderBy(...inOrder)
    .then((rows) => rows)
}
/** Whether something in use still lies in this grid or 小区. */
export async function hasOpenChildren(db: Read, code: string) {
  const inside = or(eq(places.gridCode, code), eq(places.areaCode, code))
  return (await db.$count(places, and(inside, isNull(places.closedAt)))) > 0
}
type Named = Pick<PlaceRow, 'kind' | 'name' | 'gridCode' | 'areaCode'>
/** What only one place in use has: two 小区 may each have a `1号楼`. */
export function nameKey({ kind, name, gridCode, areaCode }: Named) {
  return `${(kind === 'microGrid' ? gridCode : areaCode) ?? ''}/${name}`
}
export type NewPlace = {
  communityId: string
  kind: PlaceKind
  name: string
  gridCode: string | null
  areaCode: string | null
  demo?: boolean
}
/** Gives it the next code of its series, which two who add at once never share; undefined when they are used up. */
export async function insertPlace(tx: Write, place: NewPlace) {
  const below = place.kind === 'microGrid' ? place.gridCode! : place.communityId
  const series = `${below}/${seriesOf[place.kind]}`
  const [row] = await tx
    .insert(placeNumbers)
    .values({ series, last: 1 })
    .onConflictDoUpdate({ target: placeNumbers.series, set: { last: sql`${placeNumbers.last} + 1` } })
    .returning({ last: placeNumbers.last })
  const code = placeCode(place.kind, below, row!.last)
  if (code === null) return undefined
  await tx.insert(places).values({ code, ...place, nameKey: nameKey(place) })
  return code
}
type Change = Partial<Pick<PlaceRow, 'name' | 'nameKey' | 'gridCode' | 'areaCode' | 'closedAt'>>
/** Writes over the version that was read; false when it has moved on. */
export async function updatePlace(tx: Write, code: string, version: number, change: Change) {
  const rows = await tx
    .update(places)
    .set({ ...change, version: version + 1 })
    .where(and(eq(places.code, code), eq(places.version, version)))
    .returning({ code: places.code })
  return rows.length > 0
}
