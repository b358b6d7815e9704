import type { Help, Kinship } from '@tmt/shared/helping/contract.ts'
import { mostFor } from '@tmt/shared/helping/rules.ts'
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { persons } from '../people/tables.ts'
import { newId } from '../platform/ids.ts'
import { type Cursor, PAGE } from '../platform/paging.ts'
import type { Read, Write } from '../platform/store.ts'
import { helpedActs, helps, undoCodes } from './tables.ts'

export type HelpRow = typeof helps.$inferSelect

export async function findHelp(db: Read, id: string): Promise<HelpRow | undefined> {
  const [row] = await db.select().from(helps).where(eq(helps.id, id))
  return row
}
/** It was not ended, and the ward, where there is one, is not of age yet: by the clock, whether a job ran or not. */
const holdsAt = (now: number) => and(isNull(helps.endedAt), or(isNull(helps.adultAt), gt(helps.adultAt, now)))
const pairOf = (helperId: string, personId: string) => `${helperId}:${personId}`
export async function isHelping(db: Read, helperId: string, personId: string) {
  const held = eq(helps.pair, pairOf(helperId, personId))
  return (await db.$count(helps, held)) > 0
}

export type NewHelp = Pick<HelpRow, 'helperId' | 'personId' | 'kinship' | 'channel'> &
  Partial<Pick<HelpRow, 'communityId' | 'recordedBy' | 'wardBornSealed' | 'adultAt' | 'guardianAgreedAt'>>
/**
 * Begins a help in one of the places that the helper has. Two devices at once get one each, or are told by the unique
 * indexes: never one more than there are places, and never two for one pair.
 */
export async function insertHelp(
  tx: Write,
  help: NewHelp,
  now: number,
): Promise<HelpRow | 'tooManyHelped' | 'already'> {
  const { helperId, personId, kinship } = help
  const held = await tx
    .select({ slot: helps.slot })
    .from(helps)
    .where(and(eq(helps.helperId, helperId), isNull(helps.endedAt)))
  const taken = new Set(held.map(({ slot }) => slot))
  for (let n = 1; n <= mostFor(kinship); n += 1) {
    const slot = `${helperId}:${kinship === 'worker' ? 'worker' : 'family'}:${n}`
    if (taken.has(slot)) continue
    const [made] = await tx
      .insert(helps)
      .values({ id: newId(now), ...help, beganAt: now, usedAt: now, pair: pairOf(helperId, personId), slot })
      .onConflictDoNothing()
      .returning()
    if (made) return made
    if (await isHelping(tx, helperId, personId)) return 'already'
  }
  return 'tooManyHelped'
}
/** Ends it; false when it was over already. */
export async function finishHelp(tx: Write, id: string, endedBy: string, now: number) {
  const rows = await tx
    .update(helps)
    .set({ endedAt: now, endedBy, pair: null, slot: null })
    .where(and(eq(helps.id, id), holdsAt(now)))
    .returning({ id: helps.id })
  return rows.length > 0
}
/**
 * Ends, as of that day, those whose ward has come of age: of one helper, to make room and let the pair begin anew, or
 * of all. Returns those that were ended by this.
 */
export async function endOfAge(tx: Write, now: number, limit: number, helperId?: string) {
  const due = tx
    .select({ id: helps.id })
    .from(helps)
    .where(
      and(
        isNull(helps.endedAt),
        lte(helps.adultAt, now),
        helperId === undefined ? undefined : eq(helps.helperId, helperId),
      ),
    )
    .limit(limit)
  return tx
    .update(helps)
    .set({ endedAt: helps.adultAt, pair: null, slot: null })
    .where(and(inArray(helps.id, due), isNull(helps.endedAt)))
    .returning({ id: helps.id, helperId: helps.helperId, personId: helps.personId })
}
/** The person is erased: the day of birth goes, what remains is that there was a relation. */
export async function forgetWard(tx: Write, personId: string) {
  await tx.update(helps).set({ wardBornSealed: null, adultAt: null }).where(eq(helps.personId, personId))
}
/** The reaction to somebody leaving: they help nobody any more, and nobody helps them. */
export async function finishHelpsOf(tx: Write, { personId }: { personId: string }, now: number) {
  await tx
    .update(helps)
    .set({ endedAt: now, endedBy: personId, pair: null, slot: null })
    .where(and(or(eq(helps.helperId, personId), eq(helps.personId, personId)), isNull(helps.endedAt)))
}
/** Marks that the relation is used now; false when it is over. Holds its row until the unit is durable. */
export async function markUsed(tx: Write, id: string, now: number) {
  const rows = await tx
    .update(helps)
    .set({ usedAt: now })
    .where(and(eq(helps.id, id), holdsAt(now)))
    .returning({ id: helps.id })
  return rows.length > 0
}

const otherColumns = {
  id: helps.id,
  name: persons.name,
  phone: persons.phoneMask,
  kinship: helps.kinship,
  channel: helps.channel,
  beganAt: helps.beganAt,
  endsAt: helps.adultAt,
}
type Other = { [K in keyof typeof otherColumns]: K extends 'name' ? string | null : Help[K & keyof Help] }
const named = <R extends Other>(row: R) => ({ ...row, name: row.name ?? row.phone })

/** Whom somebody helps now, the earliest first. */
export async function helpedOf(db: Read, helperId: string, now: number): Promise<Help[]> {
  const rows = await db
    .select(otherColumns)
    .from(helps)
    .innerJoin(persons, eq(persons.id, helps.personId))
    .where(and(eq(helps.helperId, helperId), holdsAt(now)))
    .orderBy(asc(helps.beganAt), asc(helps.id))
  return rows.map(named)
}
/** Who helps somebody now, with their account. */
export async function helpersOf(db: Read, personId: string, now: number) {
  const rows = await db
    .select({ ...otherColumns, helperId: helps.helperId })
    .from(helps)
    .innerJoin(persons, eq(persons.id, helps.helperId))
    .where(and(eq(helps.personId, personId), holdsAt(now)))
    .orderBy(asc(helps.beganAt), asc(helps.id))
    .limit(100)
  return rows.map(named)
}
/** All relations that ever were, for the person to read; the latest first. */
export async function allHelpsOf(db: Read, personId: string) {
  return db
    .select({
      helperId: helps.helperId,
      kinship: helps.kinship,
      beganAt: helps.beganAt,
      endedAt: helps.endedAt,
      adultAt: helps.adultAt,
      guardianAgreedAt: helps.guardianAgreedAt,
    })
    .from(helps)
    .where(or(eq(helps.helperId, personId), eq(helps.personId, personId)))
    .orderBy(desc(helps.beganAt), desc(helps.id))
    .limit(200)
    .then((rows) => rows)
}

/** All that was done in a person's place, the latest first. */
export function allActsFor(db: Read, personId: string) {
  return db
    .select({ action: helpedActs.action, at: helpedActs.at, undoneAt: helpedActs.undoneAt })
    .from(helpedActs)
    .where(eq(helpedActs.personId, personId))
    .orderBy(desc(helpedActs.at), desc(helpedActs.id))
    .then((rows) => rows)
}
export async function insertAct(
  tx: Write,
  act: { helpId: string; personId: string; action: string; subject: string },
  now: number,
) {
  const id = newId(now)
  await tx.insert(helpedActs).values({ id, ...act, at: now })
  return id
}
const actColumns = {
  id: helpedActs.id,
  personId: helpedActs.personId,
  action: helpedActs.action,
  subject: helpedActs.subject,
  at: helpedActs.at,
  undoneAt: helpedActs.undoneAt,
  kinship: helps.kinship,
  helperId: helps.helperId,
  helper: persons.name,
  helperPhone: persons.phoneMask,
}
const acts = (db: Read) =>
  db
    .select(actColumns)
    .from(helpedActs)
    .innerJoin(helps, eq(helps.id, helpedActs.helpId))
    .innerJoin(persons, eq(persons.id, helps.helperId))
export type ActRow = {
  id: string
  personId: string
  action: string
  subject: string
  at: number
  undoneAt: number | null
  kinship: Kinship
  helperId: string
  helper: string | null
  helperPhone: string
}
export async function findAct(db: Read, id: string): Promise<ActRow | undefined> {
  const [row] = await acts(db).where(eq(helpedActs.id, id))
  return row
}
/** What others did for somebody, the latest first: a whole page and one row more. */
export async function listActs(db: Read, personId: string, after: Cursor | null): Promise<ActRow[]> {
  const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  return acts(db)
    .where(and(eq(helpedActs.personId, personId), sql`(${helpedActs.at}, ${helpedActs.id}) < (${at}, ${id})`))
    .orderBy(desc(helpedActs.at), desc(helpedActs.id))
    .limit(PAGE + 1)
}
/** Marks an act as undone; false when it was already. */
export async function markUndone(tx: Write, id: string, now: number) {
  const rows = await tx
    .update(helpedActs)
    .set({ undoneAt: now })
    .where(and(eq(helpedActs.id, id), isNull(helpedActs.undoneAt)))
    .returning({ id: helpedActs.id })
  return rows.length > 0
}
/** Deletes acts from before `before`; at most `limit`. Returns how many went. */
export async function forgetActs(tx: Write, before: number, limit: number) {
  const old = tx.select({ id: helpedActs.id }).from(helpedActs).where(lt(helpedActs.at, before)).limit(limit)
  await tx.delete(undoCodes).where(inArray(undoCodes.actId, old))
  const gone = await tx.delete(helpedActs).where(inArray(helpedActs.id, old)).returning({ id: helpedActs.id })
  return gone.length
}
