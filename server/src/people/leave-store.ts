import { DAY } from '@tmt/shared/time.ts'
import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Read, Write } from '../platform/store.ts'
import { closeSessionsOf } from './session-store.ts'
import type { Person } from './store.ts'
import { consents, persons, roleGrants, wechatIdentities } from './tables.ts'

/**
 * From then on an account that was closed is erased, by a job that comes every hour: well within the fifteen days of
 * 《网络数据安全管理条例》第二十四条.
 */
export const GRACE = 14 * DAY

/** Closes an account and signs it out everywhere. */
export async function closeAccount(tx: Write, personId: string, now: number) {
  await tx.update(persons).set({ leftAt: now }).where(eq(persons.id, personId))
  await closeSessionsOf(tx, personId)
}
/** Opens a closed account again; undefined when it was erased meanwhile. */
export async function comeBack(tx: Write, personId: string): Promise<Person | undefined> {
  const [row] = await tx
    .update(persons)
    .set({ leftAt: null })
    .where(and(eq(persons.id, personId), isNull(persons.erasedAt)))
    .returning()
  return row
}
/** Closed at or before `before` and not erased yet, the earliest first. */
export async function findLeft(db: Read, before: number, limit: number) {
  const rows = await db
    .select({ id: persons.id })
    .from(persons)
    .where(and(isNotNull(persons.leftAt), lte(persons.leftAt, before), isNull(persons.erasedAt)))
    .orderBy(asc(persons.leftAt), asc(persons.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}
/**
 * Leaves of a person nothing but that there was one; false when they came back meanwhile. Whoever has the number
 * signs in as somebody new. Consents stay, as evidence of what was allowed, with nothing that names the person.
 */
export async function erasePerson(tx: Write, personId: string, before: number, now: number) {
  const rows = await tx
    .update(persons)
    .set({
      phoneIndex: `erased:${personId}`,
      phoneSealed: '',
      phoneMask: '***********',
      name: '已注销',
      communityId: null,
      persona: null,
      realNameAt: null,
      erasedAt: now,
    })
    .where(and(eq(persons.id, personId), lte(persons.leftAt, before), isNull(persons.erasedAt)))
    .returning({ id: persons.id })
  if (rows.length === 0) return false
  await closeSessionsOf(tx, personId)
  await tx.delete(wechatIdentities).where(eq(wechatIdentities.personId, personId))
  await tx
    .update(roleGrants)
    .set({ revokedAt: now })
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt)))
  await tx
    .update(consents)
    .set({ revokedAt: now, current: null })
    .where(and(eq(consents.personId, personId), isNull(consents.revokedAt)))
  return true
}
