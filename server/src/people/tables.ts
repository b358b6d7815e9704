import { ConsentChannel, Purpose } from '@tmt/shared/people/consent.ts'
import { Role } from '@tmt/shared/people/contract.ts'
import { Relation } from '@tmt/shared/people/relatives.ts'
import { sql } from 'drizzle-orm'
import { bool, choice, index, instant, int, table, text, uniqueIndex } from '../platform/dialect.ts'

export const persons = table(
  'persons',
  {
    id: text().primaryKey(),
    /** HMAC-SM3 of the number: finds a person without holding it readable. */
    phoneIndex: text().notNull(),
    /** SM4-GCM. */
    phoneSealed: text().notNull(),
    /** `138****0001` */
    phoneMask: text().notNull(),
    name: text(),
    communityId: text(),
    /** Names a person of the demonstration who can be signed in as. */
    persona: text(),
    demo: bool().notNull().default(false),
    createdAt: instant().notNull(),
    /** Since when the name is a verified one; the name itself is the feature `identity`'s. */
    realNameAt: instant(),
    /** The account is closed; signing in opens it again until it is erased. */
    leftAt: instant(),
    /** Nothing of the person is left here but that there was one. */
    erasedAt: instant(),
  },
  (t) => [
    uniqueIndex('persons_phone').on(t.phoneIndex),
    uniqueIndex('persons_persona').on(t.persona),
    // Only who has left: nearly nobody has, and no query is to go through all others by it.
    index('persons_left')
      .on(t.leftAt)
      .where(sql`left_at is not null`),
    index('persons_community').on(t.communityId, t.id),
  ],
)

/** What a person agreed to, one row for each time; kept when it ended, as evidence. */
export const consents = table(
  'consents',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    purpose: choice(Purpose.options).notNull(),
    /** Of the privacy notice. */
    version: text().notNull(),
    at: instant().notNull(),
    channel: choice(ConsentChannel.options).notNull(),
    /** SM3 over the notice's words, the purpose, the person, the instant and the channel. */
    evidenceHash: text().notNull(),
    /** Withdrawn, or followed by a newer one. */
    revokedAt: instant(),
    /** `<person>:<purpose>` as long as it holds, so that one holds at most. */
    current: text(),
  },
  (t) => [uniqueIndex('consents_current').on(t.current), index('consents_person').on(t.personId, t.at)],
)

export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    /** SHA-256 of the bearer token, which only the device has. */
    tokenHash: text().notNull(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    device: text().notNull(),
    createdAt: instant().notNull(),
    /** Written at most daily. */
    usedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('sessions_token').on(t.tokenHash),
    index('sessions_person').on(t.personId),
    index('sessions_expiry').on(t.expiresAt),
  ],
)

/** The last sign-in code of each number, and how many were sent today. */
export const signInCodes = table('sign_in_codes', {
  phoneIndex: text().primaryKey(),
  codeHash: text().notNull(),
  sentAt: instant().notNull(),
  expiresAt: instant().notNull(),
  /** Wrong tries, and one for the right one: at most five. */
  tries: int().notNull().default(0),
  used: bool().notNull().default(false),
  day: text().notNull(),
  sentToday: int().notNull(),
})

export const wechatIdentities = table(
  'wechat_identities',
  {
    openid: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    unionid: text(),
    linkedAt: instant().notNull(),
  },
  (t) => [index('wechat_identities_person').on(t.personId)],
)

export const roleGrants = table(
  'role_grants',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    role: choice(Role.options).notNull(),
    division: text().notNull(),
    /** The one grid or micro-grid that a grid worker looks after; null for the whole division. */
    place: text(),
    /** Whom somebody with the role `organization` speaks for; null for every other role. */
    organizationName: text(),
    uscc: text(),
    grantedAt: instant().notNull(),
    /** First instant at which it no longer holds; null for as long as it isn't taken back. */
    until: instant(),
    revokedAt: instant(),
    demo: bool().notNull().default(false),
  },
  (t) => [
    index('role_grants_person').on(t.personId),
    index('role_grants_division').on(t.division, t.role, t.personId),
    uniqueIndex('role_grants_once').on(t.personId, t.role, t.division),
  ],
)

/** Who must not be dealt with by oneself (《领域规格》 §2.2): told by the staff, by number alone. */
export const relatives = table(
  'relatives',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    relation: choice(Relation.options).notNull(),
    phoneIndex: text().notNull(),
    /** SM4-GCM: by it the index is made again under a new key. */
    phoneSealed: text().notNull().default(''),
    phoneMask: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('relatives_once').on(t.personId, t.phoneIndex),
    index('relatives_phone').on(t.phoneIndex),
  ],
)
/** When somebody last said that these are all their relatives here; none may be. */
export const relativeDeclarations = table('relative_declarations', {
  personId: text()
    .primaryKey()
    .references(() => persons.id),
  at: instant().notNull(),
})
