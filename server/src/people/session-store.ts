import { and, desc, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Scope } from '../platform/actor.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Write } from '../platform/store.ts'
import { persons, roleGrants, sessions } from './tables.ts'

const P = sql.placeholder

const byHash = prepared((db: Read) =>
  db
    .select({
      id: sessions.id,
      personId: sessions.personId,
      usedAt: sessions.usedAt,
      persona: persons.persona,
    })
    .from(sessions)
    .innerJoin(persons, eq(persons.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, P('hash')), gt(sessions.expiresAt, P('now')))),
)
/** The session of a token, as long as it lasts. */
export async function findByToken(db: Read, hash: string, now: number) {
  const [row] = await byHash(db, { hash, now })
  return row
}

const rolesNow = prepared((db: Read) =>
  db
    .select({
      role: roleGrants.role,
      division: roleGrants.division,
      place: roleGrants.place,
      name: roleGrants.organizationName,
      uscc: roleGrants.uscc,
    })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, P('person')),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.until), gt(roleGrants.until, P('now'))),
      ),
    ),
)
export async function validRoles(db: Read, personId: string, now: number): Promise<Scope[]> {
  const rows = await rolesNow(db, { person: personId, now })
  return rows.map(({ name, uscc, ...scope }) => ({ ...scope, ...organizationOf({ name, uscc }) }))
}
/** Whom somebody from outside speaks for; nothing of anybody else. */
export function organizationOf({ name, uscc }: { name: string | null; uscc: string | null }) {
  return name !== null && uscc !== null ? { organization: { name, uscc } } : {}
}

export async function insertSession(tx: Write, session: typeof sessions.$inferInsert) {
  await tx.insert(sessions).values(session)
}
/** Moves the end of a session on, if nobody else did so since `usedBefore`. A closed session stays closed. */
export async function slideSession(
  tx: Write,
  id: string,
  to: { usedAt: number; expiresAt: number },
  usedBefore: number,
) {
  await tx
    .update(sessions)
    .set(to)
    .where(and(eq(sessions.id, id), lte(sessions.usedAt, usedBefore)))
}

/** A person's open sessions, the last used first; at most fifty. */
export async function sessionsOf(db: Read, personId: string, now: number) {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.usedAt), desc(sessions.id))
    .limit(50)
}
export async function findSession(db: Read, id: string) {
  const [row] = await db
    .select({ id: sessions.id, personId: sessions.personId })
    .from(sessions)
    .where(eq(sessions.id, id))
  return row
}
export async function closeSession(tx: Write, id: string) {
  await tx.delete(sessions).where(eq(sessions.id, id))
}
/** Signs a person out everywhere. */
export async function closeSessionsOf(tx: Write, personId: string) {
  await tx.delete(sessions).where(eq(sessions.personId, personId))
}
/** Removes sessions that ended before `now`; at most `limit`. Returns how many went. */
export async function sweepSessions(tx: Write, now: number, limit: number) {
  const old = tx.select({ id: sessions.id }).from(sessions).where(lt(sessions.expiresAt, now)).limit(limit)
  const gone = await tx.delete(sessions).where(inArray(sessions.id, old)).returning({ id: sessions.id })
  return gone.length
}
