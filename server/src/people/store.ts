import { maskPhone } from '@tmt/shared/codes.ts'
import type { Role } from '@tmt/shared/people/contract.ts'
import type { Organization } from '@tmt/shared/people/organization.ts'
import { and, eq, gt, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { divisionColumns } from '../divisions/store.ts'
import { divisions } from '../divisions/tables.ts'
import { newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import { organizationOf } from './session-store.ts'
import { persons, roleGrants, signInCodes, wechatIdentities } from './tables.ts'

export type Person = typeof persons.$inferSelect

export async function findPerson(db: Read, id: string): Promise<Person | undefined> {
  const [row] = await db.select().from(persons).where(eq(persons.id, id))
  return row
}
/** Since when the account is closed; null while it is open, and undefined where there never was one. */
export async function leftAt(db: Read, id: string): Promise<number | null | undefined> {
  const [row] = await db.select({ leftAt: persons.leftAt }).from(persons).where(eq(persons.id, id))
  return row?.leftAt
}
export async function findPersona(db: Read, persona: string): Promise<Person | undefined> {
  const [row] = await db
    .select()
    .from(persons)
    .where(and(eq(persons.persona, persona), eq(persons.demo, true)))
  return row
}
/** Whoever has this number; a row that still has an old key's index is found too. */
export async function findByPhone(db: Read, secrets: Secrets, phone: string): Promise<Person | undefined> {
  const [row] = await db
    .select()
    .from(persons)
    .where(inArray(persons.phoneIndex, secrets.indexes('phone', phone)))
  return row
}
/** The person of a number; made when it comes for the first time. Two devices at once get the same one. */
export async function personOfPhone(
  tx: Write,
  secrets: Secrets,
  phone: string,
  now: number,
  more: Partial<Person> = {},
) {
  const known = await findByPhone(tx, secrets, phone)
  if (known) return known
  const phoneIndex = secrets.index('phone', phone)
  const sealed = { phoneIndex, phoneSealed: secrets.seal(phone), phoneMask: maskPhone(phone) }
  await tx
    .insert(persons)
    .values({ id: newId(now), ...sealed, createdAt: now, ...more })
    .onConflictDoNothing({ target: persons.phoneIndex })
  const [row] = await tx.select().from(persons).where(eq(persons.phoneIndex, phoneIndex))
  return row!
}
/** Others who hold the same person wait until this unit ends: for what is counted over several rows of theirs. */
export async function holdPerson(tx: Write, personId: string) {
  await tx.update(persons).set({ createdAt: persons.createdAt }).where(eq(persons.id, personId))
}
export async function saveCommunity(tx: Write, personId: string, communityId: string) {
  await tx.update(persons).set({ communityId }).where(eq(persons.id, personId))
}
export async function saveName(tx: Write, personId: string, name: string) {
  await tx.update(persons).set({ name }).where(eq(persons.id, personId))
}
/** Since when the name is verified; null when it no longer is. */
export async function saveRealName(tx: Write, personId: string, realNameAt: number | null) {
  await tx.update(persons).set({ realNameAt }).where(eq(persons.id, personId))
}
/** Valid roles with their divisions. */
export async function grantsOf(db: Read, personId: string, now: number) {
  const rows = await db
    .select({
      role: roleGrants.role,
      until: roleGrants.until,
      division: divisionColumns,
      name: roleGrants.organizationName,
      uscc: roleGrants.uscc,
    })
    .from(roleGrants)
    .innerJoin(divisions, eq(divisions.code, roleGrants.division))
    .where(
      and(
        eq(roleGrants.personId, personId),
        isNull(roleGrants.revokedAt),
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
      ),
    )
    .orderBy(roleGrants.grantedAt, roleGrants.id)
  return rows.map(({ name, uscc, ...row }) => ({ ...row, ...organizationOf({ name, uscc }) }))
}
export type Grant = {
  personId: string
  role: Role
  division: string
  until: number | null
  place?: string | null
  organization?: Organization | null
  demo?: boolean
}
/** Gives a role, or gives it again with a new end; the same again changes nothing. */
export async function grantRole(tx: Write, grant: Grant, now: number) {
  const { place = null, organization = null, ...held } = grant
  const { name: organizationName = null, uscc = null } = organization ?? {}
  const renewed = { grantedAt: now, until: grant.until, place, organizationName, uscc, revokedAt: null }
  const t = roleGrants
  await tx
    .insert(roleGrants)
    .values({ id: newId(now), ...held, place, organizationName, uscc, grantedAt: now })
    .onConflictDoUpdate({
      target: [t.personId, t.role, t.division],
      set: renewed,
      setWhere: sql`${t.revokedAt} is not null or ${t.until} is distinct from ${grant.until} or ${t.place} is distinct from ${place} or ${t.uscc} is distinct from ${uscc} or ${t.organizationName} is distinct from ${organizationName}`,
    })
}
/** Takes a role back; true when there was one. */
export async function revokeRole(
  tx: Write,
  grant: Pick<Grant, 'personId' | 'role' | 'division'>,
  now: number,
) {
  const rows = await tx
    .update(roleGrants)
    .set({ revokedAt: now })
    .where(
      and(
        eq(roleGrants.personId, grant.personId),
        eq(roleGrants.role, grant.role),
        eq(roleGrants.division, grant.division),
        isNull(roleGrants.revokedAt),
      ),
    )
    .returning({ id: roleGrants.id })
  return rows.length > 0
}

export async function personOfOpenid(db: Read, openid: string): Promise<Person | undefined> {
  const [row] = await db
    .select({ person: persons })
    .from(wechatIdentities)
    .innerJoin(persons, eq(persons.id, wechatIdentities.personId))
    .where(eq(wechatIdentities.openid, openid))
  return row?.person
}
/** By which WeChat knows this person; undefined for who comes in a browser. */
export async function openidOf(db: Read, personId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ openid: wechatIdentities.openid })
    .from(wechatIdentities)
    .where(eq(wechatIdentities.personId, personId))
  return row?.openid
}
/**
 * Whoever proved the number last is the one whose WeChat opens the account without it. An earlier openid of the
 * account has to prove the number again: it may belong to the number's previous holder.
 */
export async function linkOpenid(
  tx: Write,
  link: { openid: string; unionid: string | null; personId: string },
  now: number,
) {
  const { openid, unionid, personId } = link
  const t = wechatIdentities
  await tx.delete(t).where(and(eq(t.personId, personId), ne(t.openid, openid)))
  await tx
    .insert(t)
    .values({ ...link, linkedAt: now })
    .onConflictDoUpdate({ target: t.openid, set: { personId, unionid, linkedAt: now } })
}

type CodeRules = { gapMs: number; perDay: number }
/**
 * Writes a new code over the last one, unless one was sent within the gap or the day's number is used up.
 * One statement decides, so that two devices at once get one code.
 */
export async function saveCode(
  tx: Write,
  code: { phoneIndex: string; codeHash: string; sentAt: number; expiresAt: number; day: string },
  rules: CodeRules,
): Promise<'saved' | 'tooSoon' | 'tooMany'> {
  const t = signInCodes
  const rows = await tx
    .insert(t)
    .values({ ...code, sentToday: 1 })
    .onConflictDoUpdate({
      target: t.phoneIndex,
      set: {
        codeHash: code.codeHash,
        sentAt: code.sentAt,
        expiresAt: code.expiresAt,
        day: code.day,
        tries: 0,
        used: false,
        sentToday: sql`case when ${t.day} = ${code.day} then ${t.sentToday} + 1 else 1 end`,
      },
      setWhere: sql`${t.sentAt} <= ${code.sentAt - rules.gapMs} and (${t.day} <> ${code.day} or ${t.sentToday} < ${rules.perDay})`,
    })
    .returning({ sentAt: t.sentAt })
  if (rows.length > 0) return 'saved'
  const [last] = await tx.select({ sentAt: t.sentAt }).from(t).where(eq(t.phoneIndex, code.phoneIndex))
  return last && last.sentAt > code.sentAt - rules.gapMs ? 'tooSoon' : 'tooMany'
}
/** Counts a try and tells whether the code is right; undefined when there is none to try. A right code is used up. */
export async function tryCode(
  tx: Write,
  phoneIndex: string,
  codeHash: string,
  now: number,
  maxTries: number,
) {
  const t = signInCodes
  const [row] = await tx
    .update(t)
    .set({ tries: sql`${t.tries} + 1`, used: sql`${t.codeHash} = ${codeHash}` })
    .where(
      and(
        eq(t.phoneIndex, phoneIndex),
        gt(t.expiresAt, now),
        eq(t.used, false),
        sql`${t.tries} < ${maxTries}`,
      ),
    )
    .returning({ used: t.used })
  return row?.used
}
type WrongTry = { phoneIndex: string; codeHash: string; sentAt: number; expiresAt: number; day: string }
/** Counts a wrong try of this day; false when so many were wrong already. A right one takes none away. */
export async function countWrongTry(tx: Write, row: WrongTry, right: boolean, most: number) {
  const t = signInCodes
  const { phoneIndex: _key, ...renewed } = row
  const wrong = right ? 0 : 1
  const rows = await tx
    .insert(t)
    .values({ ...row, tries: wrong, sentToday: 0 })
    .onConflictDoUpdate({
      target: t.phoneIndex,
      set: {
        ...renewed,
        tries: sql`case when ${t.day} = ${row.day} then ${t.tries} + ${wrong} else ${wrong} end`,
      },
      setWhere: sql`${t.day} <> ${row.day} or ${t.tries} < ${most}`,
    })
    .returning({ tries: t.tries })
  return rows.length > 0
}
/** Forgets numbers that no code was sent to since `before`; at most `limit`. Returns how many went. */
export async function sweepCodes(tx: Write, before: number, limit: number) {
  const t = signInCodes
  const old = tx.select({ phoneIndex: t.phoneIndex }).from(t).where(lt(t.sentAt, before)).limit(limit)
  const gone = await tx.delete(t).where(inArray(t.phoneIndex, old)).returning({ phoneIndex: t.phoneIndex })
  return gone.length
}
/** Those of the demonstration who can be signed in as. */
export function listPersonas(db: Read) {
  return db
    .select({
      id: persons.persona,
      name: persons.name,
      role: roleGrants.role,
      division: divisions.name,
      sealed: persons.phoneSealed,
    })
    .from(persons)
    .innerJoin(roleGrants, eq(roleGrants.personId, persons.id))
    .innerJoin(divisions, eq(divisions.code, roleGrants.division))
    .where(and(eq(persons.demo, true), isNotNull(persons.persona), eq(roleGrants.demo, true)))
    .orderBy(persons.createdAt, persons.id)
    .then((rows) => rows)
}
