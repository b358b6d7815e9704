import { maskPhone } from '@tmt/shared/codes.ts'
import type { Relation, Relatives } from '@tmt/shared/people/relatives.ts'
import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import { persons, relativeDeclarations, relatives } from './tables.ts'

export async function relativesOf(db: Read, personId: string): Promise<Relatives> {
  const [said] = await db
    .select({ at: relativeDeclarations.at })
    .from(relativeDeclarations)
    .where(eq(relativeDeclarations.personId, personId))
  const items = await db
    .select({ id: relatives.id, relation: relatives.relation, phone: relatives.phoneMask })
    .from(relatives)
    .where(eq(relatives.personId, personId))
    .orderBy(asc(relatives.at), asc(relatives.id))
  return { declaredAt: said?.at ?? null, items }
}
type NewRelative = { personId: string; relation: Relation; phone: string }
export async function insertRelative(
  tx: Write,
  secrets: Secrets,
  { personId, relation, phone }: NewRelative,
  now: number,
) {
  const phoneSealed = secrets.seal(phone)
  const found = { phoneIndex: secrets.index('phone', phone), phoneSealed, phoneMask: maskPhone(phone) }
  await tx.insert(relatives).values({ id: newId(now), personId, relation, ...found, at: now })
}
export async function findRelative(db: Read, id: string) {
  const [row] = await db.select().from(relatives).where(eq(relatives.id, id))
  return row
}
export async function deleteRelative(tx: Write, id: string) {
  await tx.delete(relatives).where(eq(relatives.id, id))
}
export async function saveDeclaration(tx: Write, personId: string, now: number) {
  await tx
    .insert(relativeDeclarations)
    .values({ personId, at: now })
    .onConflictDoUpdate({ target: relativeDeclarations.personId, set: { at: now } })
}
/** Whether this member of staff has said who their relatives are, even if they have none. */
export async function hasDeclared(db: Read, personId: string) {
  return (await db.$count(relativeDeclarations, eq(relativeDeclarations.personId, personId))) > 0
}
/** Those of `others` who are related to the person, as either of the two has declared. */
export async function relatedTo(db: Read, personId: string, others: readonly string[]) {
  if (others.length === 0) return new Set<string>()
  const numbers = await db
    .select({ id: persons.id, phoneIndex: persons.phoneIndex })
    .from(persons)
    .where(inArray(persons.id, [personId, ...others]))
  const own = numbers.find(({ id }) => id === personId)?.phoneIndex ?? ''
  const idOf = new Map(numbers.map(({ id, phoneIndex }) => [phoneIndex, id]))
  const told = await db
    .select({ personId: relatives.personId, phoneIndex: relatives.phoneIndex })
    .from(relatives)
    .where(
      or(
        and(eq(relatives.personId, personId), inArray(relatives.phoneIndex, [...idOf.keys()])),
        and(inArray(relatives.personId, [...others]), eq(relatives.phoneIndex, own)),
      ),
    )
  return new Set(told.map((row) => (row.personId === personId ? idOf.get(row.phoneIndex)! : row.personId)))
}

/** The person is erased: who their relatives are is nobody's business any more. */
export async function forgetRelatives(tx: Write, personId: string) {
  await tx.delete(relatives).where(eq(relatives.personId, personId))
  await tx.delete(relativeDeclarations).where(eq(relativeDeclarations.personId, personId))
}
