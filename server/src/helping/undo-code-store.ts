import { undoCode } from '@tmt/shared/helping/rules.ts'
import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { persons } from '../people/tables.ts'
import type { Read, Write } from '../platform/store.ts'
import { helpedActs, undoCodes } from './tables.ts'

/** Keeps a code for one act; false when another act has these digits. */
export async function insertUndoCode(tx: Write, code: typeof undoCodes.$inferInsert) {
  const rows = await tx
    .insert(undoCodes)
    .values(code)
    .onConflictDoNothing({ target: undoCodes.digitsIndex })
    .returning({ actId: undoCodes.actId })
  return rows.length > 0
}
/** The act of a code, and the number that the code went to; by an old key's index too. */
export async function findUndoCode(db: Read, indexes: readonly string[]) {
  const [row] = await db
    .select({
      actId: undoCodes.actId,
      expiresAt: undoCodes.expiresAt,
      wrongTries: undoCodes.wrongTries,
      phone: persons.phoneMask,
    })
    .from(undoCodes)
    .innerJoin(helpedActs, eq(helpedActs.id, undoCodes.actId))
    .innerJoin(persons, eq(persons.id, helpedActs.personId))
    .where(inArray(undoCodes.digitsIndex, [...indexes]))
  return row
}
/** Counts a try with other last digits; false when so many were wrong already. */
export async function countWrongTail(tx: Write, actId: string) {
  const rows = await tx
    .update(undoCodes)
    .set({ wrongTries: sql`${undoCodes.wrongTries} + 1` })
    .where(and(eq(undoCodes.actId, actId), lt(undoCodes.wrongTries, undoCode.tries)))
    .returning({ actId: undoCodes.actId })
  return rows.length > 0
}
/** Forgets codes that ended before; at most `limit`. Returns how many went. */
export async function sweepUndoCodes(tx: Write, before: number, limit: number) {
  const old = tx
    .select({ actId: undoCodes.actId })
    .from(undoCodes)
    .where(lt(undoCodes.expiresAt, before))
    .limit(limit)
  const gone = await tx
    .delete(undoCodes)
    .where(inArray(undoCodes.actId, old))
    .returning({ actId: undoCodes.actId })
  return gone.length
}
