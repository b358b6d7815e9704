import { createHash, randomBytes } from 'node:crypto'
import { DAY } from '@tmt/shared/time.ts'
import type { Actor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'
import { type Store, Unavailable, type Write } from '../platform/store.ts'
import { isReviewer, REVIEW_COMMUNITY } from './reviewer.ts'
import { findByToken, insertSession, slideSession, validRoles } from './session-store.ts'

const LIFETIME = 30 * DAY
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** Opens a session; the token is told once and kept hashed. */
export async function openSession(tx: Write, personId: string, device: string, now: number) {
  const token = randomBytes(32).toString('base64url')
  const times = { createdAt: now, usedAt: now, expiresAt: now + LIFETIME }
  await insertSession(tx, { id: newId(now), tokenHash: hashOf(token), personId, device, ...times })
  return token
}

/** Who a bearer token stands for. Thirty days slide from the last use, which is written at most daily. */
export function createWhoIs(store: Store) {
  return async (token: string, address: string, now: number): Promise<Actor | undefined> => {
    const session = await findByToken(store.read, hashOf(token), now)
    if (!session) return undefined
    if (now - session.usedAt >= DAY) await slide(store, session.id, now)
    const roles = await validRoles(store.read, session.personId, now)
    const { id: sessionId, personId } = session
    if (!isReviewer(session)) return { personId, sessionId, roles, address }
    // Whatever somebody grants to this number: it reaches no real community.
    const own = roles.filter(({ division }) => division === REVIEW_COMMUNITY)
    return { personId, sessionId, roles: own, address, confinedTo: REVIEW_COMMUNITY }
  }
}
async function slide(store: Store, id: string, now: number) {
  try {
    await store.write((tx) => slideSession(tx, id, { usedAt: now, expiresAt: now + LIFETIME }, now - DAY))
  } catch (error) {
    // A database that takes no writes just now can still be read: the next use tries again.
    if (!(error instanceof Unavailable)) throw error
  }
}
