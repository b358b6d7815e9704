import { isResident } from '@tmt/shared/residency/rules.ts'
import { and, asc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { grantRole, revokeRole } from '../people/store.ts'
import type { Write } from '../platform/store.ts'
import { residencies } from './tables.ts'

const t = residencies

/**
 * Brings what follows from a person's residencies in step with them: which is the primary one, and the role of
 * resident in the community that one of them changed in. The person is held (`holdPerson`) by the caller.
 */
export async function settleStanding(tx: Write, personId: string, communityId: string, now: number) {
  await settlePrimary(tx, personId)
  const here = await tx
    .select({ kind: t.kind, confirmBy: t.confirmBy })
    .from(t)
    .where(and(eq(t.personId, personId), eq(t.communityId, communityId), eq(t.status, 'verified')))
  const ends = here.filter(({ kind }) => isResident(kind)).map(({ confirmBy }) => confirmBy ?? 0)
  const role = { personId, role: 'resident', division: communityId } as const
  if (ends.length === 0) await revokeRole(tx, role, now)
  else await grantRole(tx, { ...role, until: Math.max(...ends) }, now)
}
/** One of those that hold, the oldest where the primary one holds no more. */
async function settlePrimary(tx: Write, personId: string) {
  const own = eq(t.personId, personId)
  await tx
    .update(t)
    .set({ primaryOf: null })
    .where(and(own, isNotNull(t.primaryOf), ne(t.status, 'verified')))
  const [first] = await tx
    .select({ id: t.id, primaryOf: t.primaryOf })
    .from(t)
    .where(and(own, eq(t.status, 'verified')))
    .orderBy(sql`${t.primaryOf} is null`, asc(t.decidedAt), asc(t.id))
    .limit(1)
  if (first && first.primaryOf === null)
    await tx.update(t).set({ primaryOf: personId }).where(eq(t.id, first.id))
}
/** Makes this one the primary one; the person is held by the caller. */
export async function makePrimary(tx: Write, personId: string, id: string) {
  await tx.update(t).set({ primaryOf: null }).where(eq(t.primaryOf, personId))
  await tx.update(t).set({ primaryOf: personId }).where(eq(t.id, id))
}
