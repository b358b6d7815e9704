import type { Provider } from '@tmt/shared/identity/contract.ts'
import type { Purpose } from '@tmt/shared/people/consent.ts'
import { maskIdNumber, maskName } from '@tmt/shared/people/id-number.ts'
import { and, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { findDivision } from '../divisions/store.ts'
import { saveRealName } from '../people/store.ts'
import { persons, roleGrants } from '../people/tables.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import { identities, identityAttempts } from './tables.ts'

export type Identity = typeof identities.$inferSelect
export type Attempt = typeof identityAttempts.$inferSelect

export async function findIdentity(db: Read, personId: string): Promise<Identity | undefined> {
  const [row] = await db.select().from(identities).where(eq(identities.personId, personId))
  return row
}

/** What was verified, in plain words. They are sealed here. */
export type Known = {
  personId: string
  provider: Provider
  name: string | null
  /** Normalized. */
  idNumber: string | null
  /** The provider's own name for the person; null at the counter. */
  subject: string | null
  verifiedBy?: string
  communityId?: string
  demo?: boolean
}
const subjectOf = ({ provider, subject }: Known) => (subject === null ? null : `${provider}:${subject}`)

/**
 * Whether number or subject belong to another account already; a row that still has an old key's index is found too.
 * Two at once are kept apart by the unique indexes.
 */
export async function isTaken(db: Read, secrets: Secrets, known: Known) {
  const subject = subjectOf(known)
  const sameNumber =
    known.idNumber === null
      ? undefined
      : inArray(identities.numberIndex, secrets.indexes('idNumber', known.idNumber))
  const sameSubject =
    subject === null ? undefined : inArray(identities.subjectIndex, secrets.indexes('subject', subject))
  if (!sameNumber && !sameSubject) return false
  const [row] = await db
    .select({ personId: identities.personId })
    .from(identities)
    .where(or(sameNumber, sameSubject))
  return row !== undefined && row.personId !== known.personId
}
/** Keeps what was verified; a person who is known already stays as they are, and false is told. */
export async function insertIdentity(tx: Write, secrets: Secrets, known: Known, now: number) {
  if (await findIdentity(tx, known.personId)) return false
  const { name, idNumber } = known
  const subject = subjectOf(known)
  const values = {
    personId: known.personId,
    provider: known.provider,
    nameSealed: name === null ? null : secrets.seal(name),
    nameMask: name === null ? null : maskName(name),
    numberSealed: idNumber === null ? null : secrets.seal(idNumber),
    numberIndex: idNumber === null ? null : secrets.index('idNumber', idNumber),
    numberMask: idNumber === null ? null : maskIdNumber(idNumber),
    subjectSealed: subject === null ? null : secrets.seal(subject),
    subjectIndex: subject === null ? null : secrets.index('subject', subject),
    verifiedAt: now,
    verifiedBy: known.verifiedBy ?? null,
    communityId: known.communityId ?? null,
    demo: known.demo ?? false,
  }
  const made = await tx
    .insert(identities)
    .values(values)
    .onConflictDoNothing({ target: identities.personId })
    .returning({ personId: identities.personId })
  if (made.length === 0) return false
  await saveRealName(tx, known.personId, now)
  return true
}
/** Name and number go at once. */
export async function forgetIdentity(tx: Write, personId: string) {
  await tx.delete(identities).where(eq(identities.personId, personId))
  await saveRealName(tx, personId, null)
}
/** The reaction to a consent that was withdrawn: what was kept for it alone goes. */
export async function forgetWithdrawn(tx: Write, { personId, purpose }: Withdrawn) {
  if (purpose === 'realName') await forgetIdentity(tx, personId)
}
type Withdrawn = { personId: string; purpose: Purpose }

export async function insertAttempt(tx: Write, attempt: typeof identityAttempts.$inferInsert) {
  await tx.insert(identityAttempts).values(attempt)
}
export async function findAttempt(db: Read, id: string): Promise<Attempt | undefined> {
  const [row] = await db.select().from(identityAttempts).where(eq(identityAttempts.id, id))
  return row
}
/** The person is erased: nothing is left to verify. */
export async function dropAttempts(tx: Write, personId: string) {
  await tx.delete(identityAttempts).where(eq(identityAttempts.personId, personId))
}
/** Forgets verifications that were over before `before`; at most `limit`. Returns how many went. */
export async function sweepAttempts(tx: Write, before: number, limit: number) {
  const old = tx
    .select({ id: identityAttempts.id })
    .from(identityAttempts)
    .where(lt(identityAttempts.expiresAt, before))
    .limit(limit)
  const gone = await tx
    .delete(identityAttempts)
    .where(inArray(identityAttempts.id, old))
    .returning({ id: identityAttempts.id })
  return gone.length
}

export const PAGE = 50
const recordedColumns = {
  personId: identities.personId,
  provider: identities.provider,
  name: identities.nameMask,
  idNumber: identities.numberMask,
  verifiedAt: identities.verifiedAt,
  phone: persons.phoneMask,
}
/** Those who were registered at a community's counter, or are residents there; latest first, a page and one more. */
export async function listRecorded(
  db: Read,
  communityId: string,
  after: { at: number; id: string } | null,
  now: number,
) {
  const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  return db
    .select(recordedColumns)
    .from(identities)
    .innerJoin(persons, eq(persons.id, identities.personId))
    .where(
      and(
        or(
          eq(identities.communityId, communityId),
          inArray(identities.personId, residentsOf(db, communityId, now)),
        ),
        isNull(persons.leftAt),
        sql`(${identities.verifiedAt}, ${identities.personId}) < (${at}, ${id})`,
      ),
    )
    .orderBy(desc(identities.verifiedAt), desc(identities.personId))
    .limit(PAGE + 1)
}
const holdsNow = (now: number) =>
  and(isNull(roleGrants.revokedAt), or(isNull(roleGrants.until), gt(roleGrants.until, now)))
const residentsOf = (db: Read, communityId: string, now: number) =>
  db
    .select({ id: roleGrants.personId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'resident'), eq(roleGrants.division, communityId), holdsNow(now)))

export async function findRecorded(db: Read, personId: string) {
  const [row] = await db
    .select(recordedColumns)
    .from(identities)
    .innerJoin(persons, eq(persons.id, identities.personId))
    .where(eq(identities.personId, personId))
  return row
}
/** A verified person with what is sealed, and the communities whose staff know of them. */
export async function findSealed(db: Read, personId: string, now: number) {
  const [row] = await db
    .select({
      personId: persons.id,
      phone: persons.phoneSealed,
      name: identities.nameSealed,
      idNumber: identities.numberSealed,
      communityId: identities.communityId,
    })
    .from(identities)
    .innerJoin(persons, eq(persons.id, identities.personId))
    .where(and(eq(persons.id, personId), isNull(persons.leftAt)))
  if (!row) return undefined
  const grants = await db
    .select({ division: roleGrants.division })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), eq(roleGrants.role, 'resident'), holdsNow(now)))
  const communities = grants.map(({ division }) => division)
  if (row.communityId !== null) communities.push(row.communityId)
  return { ...row, communities }
}

/** Whether a community knows this person: registered at its counter, or a verified resident there. */
export async function registeredAt(db: Read, personId: string, communityId: string, now: number) {
  return (await findSealed(db, personId, now))?.communities.includes(communityId) ?? false
}

/** `20150607`: the day of birth that the verified number tells; null without one. */
export async function bornOn(db: Read, secrets: Secrets, personId: string) {
  const sealed = (await findIdentity(db, personId))?.numberSealed ?? null
  return sealed === null ? null : secrets.unseal(sealed).slice(6, 14)
}

/** A village or a community, of either kind. */
export async function loadCommunity(db: Read, { communityId }: { communityId: string }) {
  const division = await findDivision(db, communityId)
  return division?.level === 'community' ? { communityId } : undefined
}
