import { isStaffRole, type Me, type RoleGrant } from '@tmt/shared/people/contract.ts'
import { create } from 'zustand'
import { forget, recall, remember } from './storage.ts'

const KEY = 'session'
type Kept = { token: string; me: Me; place: string | null }
export type Session = {
  token: string | null
  /** As last heard from the server; kept so that an offline start still knows who is here. */
  me: Me | null
  /** The division of the staff role that was used last. */
  place: string | null
  /** The server no longer knows the token: the person is asked to sign in again, and drafts stay. */
  expired: boolean
}
const nobody: Session = { token: null, me: null, place: null, expired: false }

function restored(): Session {
  const kept = recall<Kept>(KEY)
  return kept?.token ? { ...nobody, token: kept.token, me: kept.me, place: kept.place } : nobody
}
export const useSession = create<Session>(restored)
const leaving = new Set<() => void>()

/** Another tab may have signed in meanwhile: only what belongs to this token is changed on the device. */
function isKept(token: string | null) {
  return token !== null && recall<Kept>(KEY)?.token === token
}
function write() {
  const { token, me, place } = useSession.getState()
  if (token && me) remember(KEY, { token, me, place } satisfies Kept)
}
function change(patch: Partial<Session>) {
  useSession.setState(patch)
  if (isKept(sessionToken())) write()
}
function leave(left: Partial<Session>) {
  for (const listener of leaving) listener()
  if (isKept(sessionToken())) forget(KEY)
  useSession.setState({ ...nobody, ...left })
}

export function sessionToken() {
  return useSession.getState().token
}

export function startSession(token: string, me: Me) {
  useSession.setState({ token, me, expired: false })
  write()
}

export function updateMe(me: Me) {
  if (sessionToken()) change({ me })
}

export function workAt(code: string) {
  change({ place: code })
}

/** Called once at the start by those who hold something personal and must let it go when the person leaves. */
export function onLeave(listener: () => void) {
  leaving.add(listener)
  return () => leaving.delete(listener)
}

/** Forgets the person on this device. */
export function endSession() {
  leave({})
}

/** The server refused this token; a newer one that came meanwhile is left alone. */
export function expireSession(token: string) {
  if (sessionToken() === token) leave({ expired: true })
}

/** The roles that let a person work, not only take part. */
export function staffGrants(me: Me | null, now: number): RoleGrant[] {
  return (
    me?.roles.filter((grant) => isStaffRole(grant.role) && (grant.until === null || grant.until > now)) ?? []
  )
}

/** For which organisations this person hands things in, and where. */
export function organizationGrants(me: Me | null, now: number): RoleGrant[] {
  return me?.roles.filter((grant) => grant.organization && (grant.until === null || grant.until > now)) ?? []
}

/** The communities that this person is a verified resident of. */
export function residentOf(me: Me | null, now: number) {
  return (
    me?.roles
      .filter((grant) => grant.role === 'resident' && (grant.until === null || grant.until > now))
      .map((grant) => grant.division.code) ?? []
  )
}
