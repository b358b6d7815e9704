import { MOST_CHILDREN } from '@tmt/shared/activities/children-contract.ts'
import { listed } from '@tmt/shared/activities/queue.ts'
import { and, asc, eq, gt, inArray, like, not } from 'drizzle-orm'
import { newId } from '../platform/ids.ts'
import { type Sealed, sealAnew } from '../platform/reseal.ts'
import type { Read, Write } from '../platform/store.ts'
import { activities, children, signups } from './tables.ts'

export type ChildRow = typeof children.$inferSelect

export function childrenOf(db: Read, guardianId: string): Promise<ChildRow[]> {
  return db
    .select()
    .from(children)
    .where(eq(children.guardianId, guardianId))
    .orderBy(asc(children.slot))
    .then((rows) => rows)
}
export async function findChild(db: Read, id: string): Promise<ChildRow | undefined> {
  const [row] = await db.select().from(children).where(eq(children.id, id))
  return row
}
/**
 * Puts a child down in one of the places that its guardian has. Two devices at once get one each: never one more than
 * there are. Undefined when all are taken.
 */
export async function insertChild(
  tx: Write,
  child: Omit<ChildRow, 'id' | 'slot' | 'demo'> & { demo?: boolean },
) {
  const taken = new Set((await childrenOf(tx, child.guardianId)).map(({ slot }) => slot))
  for (let slot = 1; slot <= MOST_CHILDREN; slot += 1) {
    if (taken.has(slot)) continue
    const [made] = await tx
      .insert(children)
      .values({ id: newId(child.consentAt), ...child, slot })
      .onConflictDoNothing()
      .returning()
    if (made) return made
  }
  return undefined
}
/** Whether a child is on the list of something that is not over. */
export async function isComing(db: Read, id: string, now: number) {
  const ahead = db.select({ id: activities.id }).from(activities).where(gt(activities.endsAt, now))
  const own = and(
    eq(signups.childId, id),
    inArray(signups.status, [...listed]),
    inArray(signups.activityId, ahead),
  )
  return (await db.$count(signups, own)) > 0
}
/** Name and birthday go; what it came to is nobody's any more. */
export async function deleteChildren(tx: Write, ids: readonly string[]) {
  if (ids.length === 0) return
  await tx
    .update(signups)
    .set({ childId: null })
    .where(inArray(signups.childId, [...ids]))
  await tx.delete(children).where(inArray(children.id, [...ids]))
}
/** The guardian is erased. */
export async function forgetChildren(tx: Write, guardianId: string) {
  await deleteChildren(
    tx,
    (await childrenOf(tx, guardianId)).map(({ id }) => id),
  )
}
/** Names and birthdays of children. */
export const sealedChildren: Sealed = {
  table: 'children',
  columns: ['children.name_sealed', 'children.born_sealed'],
  async next(tx, secrets, after, limit) {
    const rows = await tx
      .select()
      .from(children)
      .where(and(gt(children.id, after), not(like(children.nameSealed, `${secrets.prefix}%`))))
      .orderBy(asc(children.id))
      .limit(limit)
    for (const { id, nameSealed, bornSealed } of rows)
      await tx
        .update(children)
        .set({ nameSealed: sealAnew(secrets, nameSealed), bornSealed: sealAnew(secrets, bornSealed) })
        .where(and(eq(children.id, id), eq(children.nameSealed, nameSealed)))
    return rows.length === 0 ? undefined : { last: rows.at(-1)!.id, rows: rows.length }
  },
}
