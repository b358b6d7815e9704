import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import { DAY } from '@tmt/shared/time.ts'
import type { Actor, Scope } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { prepared } from '../platform/prepared.ts'
import type { Read, Store, Write } from '../platform/store.ts'
import { roleGrants, sessions } from './tables.ts'

const LIFETIME = 30 * DAY
const P = sql.placeholder
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

const bySession = prepared((db: Read) =>
  db
    .select({ id: sessions.id, personId: sessions.personId, usedAt: sessions.usedAt })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, P('hash')), gt(sessions.expiresAt, P('now')))),
)
const rolesNow = prepared((db: Read) =>
  db
    .select({ role: roleGrants.role, division: roleGrants.division })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, P('person')),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.until), gt(roleGrants.until, P('now'))),
      ),
    ),
)
export function validRoles(db: Read, personId: string, now: number): Promise<Scope[]> {
  return rolesNow(db, { person: personId, now })
}

/** Opens a session; the token is told once and kept hashed. */
export async function openSession(tx: Write, personId: string, device: string, now: number) {
  const token = randomBytes(32).toString('base64url')
  const row = {
    id: newId(now),
    tokenHash: hashOf(token),
    personId,
    device,
    createdAt: now,
    usedAt: now,
    expiresAt: now + LIFETIME,
  }
  await tx.insert(sessions).values(row)
  return token
}

/** Who a bearer token stands for. Thirty days slide from the last use, which is written at most daily. */
export function createWhoIs(store: Store) {
  return async (token: string, address: string, now: number): Promise<Actor | undefined> => {
    const [session] = await bySession(store.read, { hash: hashOf(token), now })
    if (!session) return undefined
    if (now - session.usedAt >= DAY) await slide(store, session.id, now)
    const roles = await validRoles(store.read, session.personId, now)
    return { personId: session.personId, sessionId: session.id, roles, address }
  }
}
function slide(store: Store, id: string, now: number) {
  return store.write((tx) =>
    tx
      .update(sessions)
      .set({ usedAt: now, expiresAt: now + LIFETIME })
      .where(eq(sessions.id, id)),
  )
}

export function sessionsOf(db: Read, personId: string, now: number) {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(sql`${sessions.usedAt} desc`, sql`${sessions.id} desc`)
    .limit(50)
    .then((rows) => rows)
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
/** Removes sessions that ended before `now`; at most `limit`. */
export async function sweepSessions(tx: Write, now: number, limit: number) {
  const old = tx.select({ id: sessions.id }).from(sessions).where(lt(sessions.expiresAt, now)).limit(limit)
  return (
    await tx
      .delete(sessions)
      .where(sql`${sessions.id} in ${old}`)
      .returning({ id: sessions.id })
  ).length
}
