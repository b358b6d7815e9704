import type { ResidencyFacts } from '@tmt/shared/residency/contract.ts'
import { type Action, doorKey, transitions } from '@tmt/shared/residency/rules.ts'
import { communityOf } from '@tmt/shared/divisions/place-rules.ts'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { divisions, places } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import { residencies } from './tables.ts'

type Row = typeof residencies.$inferSelect
/** A residency with what it takes to show it and to say whose it is to decide. */
export type Residency = Row & {
  communityName: string
  placeName: string
  areaName: string | null
  grid: string | null
  name: string | null
  phone: string
}
export const columns = {
  residency: residencies,
  communityName: divisions.name,
  placeName: places.name,
  areaName: sql<string | null>`(select area.name from ${places} area where area.code = ${places.areaCode})`,
  grid: places.gridCode,
  name: persons.name,
  phone: persons.phoneMask,
}
export function joined(db: Read) {
  return db
    .select(columns)
    .from(residencies)
    .innerJoin(places, eq(places.code, residencies.placeCode))
    .innerJoin(divisions, eq(divisions.code, residencies.communityId))
    .innerJoin(persons, eq(persons.id, residencies.personId))
    .$dynamic()
}
type Joined = Omit<Residency, keyof Row> & { residency: Row }
export const flat = ({ residency, ...rest }: Joined): Residency => ({ ...residency, ...rest })

export async function findResidency(db: Read, id: string): Promise<Residency | undefined> {
  const [row] = await joined(db).where(eq(residencies.id, id))
  return row && flat(row)
}
const ofPerson = prepared((db: Read) =>
  joined(db)
    .where(eq(residencies.personId, sql.placeholder('person')))
    .orderBy(sql`${residencies.primaryOf} is null`, asc(residencies.createdAt), asc(residencies.id)),
)
/** All of one person's: those that hold first, then the latest. */
export async function residenciesOf(db: Read, personId: string): Promise<Residency[]> {
  return (await ofPerson(db, { person: personId })).map(flat)
}
export function countOf(db: Read, personId: string) {
  return db.$count(residencies, eq(residencies.personId, personId))
}

/** The door is kept unreadable, and found again by place and key. */
function sealed(secrets: Secrets, { place, door, kind, since, evidence, certTail }: ResidencyFacts) {
  const text = door.trim()
  return {
    communityId: communityOf(place),
    placeCode: place,
    doorSealed: secrets.seal(text),
    doorIndex: secrets.index('door', `${place}\0${doorKey(text)}`),
    owning: kind === 'ownerOnly',
    kind,
    since,
    evidence,
    certTailSealed: certTail === null ? null : secrets.seal(certTail),
  }
}
const waiting = (now: number, dueAt: number) => ({
  status: 'pending' as const,
  submittedAt: now,
  dueAt,
  urgedAt: null,
  reason: null,
  note: '',
  decidedAt: null,
  decidedBy: null,
})
export type Sending = { submit: boolean; dueAt: number }
type NewResidency = { personId: string; facts: ResidencyFacts; demo?: boolean } & Sending
export async function insertResidency(tx: Write, secrets: Secrets, one: NewResidency, now: number) {
  const id = newId(now)
  const { personId, facts, submit, dueAt, demo = false } = one
  const state = submit ? waiting(now, dueAt) : { status: 'draft' as const }
  await tx
    .insert(residencies)
    .values({ id, personId, ...sealed(secrets, facts), ...state, createdAt: now, changedAt: now, demo })
  return id
}
/** Only over a status that the action starts from, and over the version that was read where one is named. */
function over(id: string, action: Action, version?: number) {
  const from = inArray(residencies.status, [...transitions[action].from])
  return and(
    eq(residencies.id, id),
    from,
    version === undefined ? undefined : eq(residencies.version, version),
  )
}
/** Writes other facts and hands them in, or keeps them; false when somebody was faster. */
export async function rewrite(
  tx: Write,
  secrets: Secrets,
  one: { id: string; version: number; facts: ResidencyFacts } & Sending,
  now: number,
) {
  const state = one.submit ? waiting(now, one.dueAt) : { status: 'draft' as const, dueAt: null }
  const rows = await tx
    .update(residencies)
    .set({
      ...sealed(secrets, one.facts),
      ...state,
      atDoorAt: null,
      changedAt: now,
      version: one.version + 1,
    })
    .where(over(one.id, one.submit ? 'submit' : 'save', one.version))
    .returning({ id: residencies.id })
  return rows.length > 0
}
type Change = Partial<
  Pick<
    Row,
    | 'evidence'
    | 'reason'
    | 'note'
    | 'decidedAt'
    | 'decidedBy'
    | 'confirmBy'
    | 'adultAt'
    | 'dueAt'
    | 'urgedAt'
    | 'atDoorAt'
    | 'submittedAt'
    | 'primaryOf'
  >
>
/** One step of the machine; the row's own condition decides, however many try at once. */
export async function step(
  tx: Write,
  id: string,
  action: Action,
  now: number,
  { version, ...change }: Change & { version?: number } = {},
) {
  const rows = await tx
    .update(residencies)
    .set({
      ...change,
      status: transitions[action].to,
      changedAt: now,
      version: sql`${residencies.version} + 1`,
    })
    .where(over(id, action, version))
    .returning({ id: residencies.id })
  return rows.length > 0
}
/** It is being looked at on a worker's screen. */
export async function markAtDoor(tx: Write, id: string, now: number) {
  await tx
    .update(residencies)
    .set({ atDoorAt: now })
    .where(and(eq(residencies.id, id), eq(residencies.status, 'pending')))
}
export async function discard(tx: Write, id: string) {
  const rows = await tx
    .delete(residencies)
    .where(and(eq(residencies.id, id), eq(residencies.status, 'draft')))
    .returning({ id: residencies.id })
  return rows.length > 0
}
