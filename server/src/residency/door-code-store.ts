import { and, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import { newId } from '../platform/ids.ts'
import type { Read, Write } from '../platform/store.ts'
import { doorCodes } from './tables.ts'

export async function findDoorCode(db: Read, by: { id: string } | { digitsIndex: string }) {
  const where = 'id' in by ? eq(doorCodes.id, by.id) : eq(doorCodes.digitsIndex, by.digitsIndex)
  const [row] = await db.select().from(doorCodes).where(where)
  return row
}
type NewCode = { personId: string; communityId: string; digitsIndex: string; expiresAt: number }
/** A worker has one code at a time: the one before is good no more. */
export async function insertDoorCode(tx: Write, code: NewCode, now: number) {
  await tx
    .update(doorCodes)
    .set({ expiresAt: now })
    .where(and(eq(doorCodes.personId, code.personId), gt(doorCodes.expiresAt, now)))
  const id = newId(now)
  await tx.insert(doorCodes).values({ id, ...code })
  return id
}
/** Takes the code for one claim; false when it was taken or is over. */
export async function takeDoorCode(tx: Write, id: string, residencyId: string, now: number) {
  const rows = await tx
    .update(doorCodes)
    .set({ residencyId })
    .where(and(eq(doorCodes.id, id), isNull(doorCodes.residencyId), gt(doorCodes.expiresAt, now)))
    .returning({ id: doorCodes.id })
  return rows.length > 0
}
/** Forgets codes that ended before; at most `limit`. Returns how many went. */
export async function sweepDoorCodes(tx: Write, before: number, limit: number) {
  const old = tx
    .select({ id: doorCodes.id })
    .from(doorCodes)
    .where(lt(doorCodes.expiresAt, before))
    .limit(limit)
  const gone = await tx.delete(doorCodes).where(inArray(doorCodes.id, old)).returning({ id: doorCodes.id })
  return gone.length
}
