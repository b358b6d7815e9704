import { OnlineProvider, Provider, RevealOutcome, SealedField } from '@tmt/shared/identity/contract.ts'
import { persons } from '../people/tables.ts'
import { bool, choice, index, instant, table, text, uniqueIndex } from '../platform/dialect.ts'

/** Who somebody is, once verified: one row a person, one person a number. */
export const identities = table(
  'identities',
  {
    personId: text()
      .primaryKey()
      .references(() => persons.id),
    provider: choice(Provider.options).notNull(),
    /** SM4-GCM; null where the provider told none. */
    nameSealed: text(),
    /** `张**` */
    nameMask: text(),
    /** SM4-GCM; null with 网号、网证. */
    numberSealed: text(),
    /** HMAC-SM3: finds a number without holding it readable. */
    numberIndex: text(),
    /** `321200**********13` */
    numberMask: text(),
    /** The provider's name for the person, SM4-GCM, and found by HMAC-SM3; null at the counter. */
    subjectSealed: text(),
    subjectIndex: text(),
    verifiedAt: instant().notNull(),
    /** At the counter: by whom and where. */
    verifiedBy: text(),
    communityId: text(),
    demo: bool().notNull().default(false),
  },
  (t) => [
    uniqueIndex('identities_number').on(t.numberIndex),
    uniqueIndex('identities_subject').on(t.subjectIndex),
    index('identities_community').on(t.communityId, t.verifiedAt),
  ],
)

/** A verification that was begun at a provider; forgotten a day after. */
export const identityAttempts = table(
  'identity_attempts',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    provider: choice(OnlineProvider.options).notNull(),
    /** SM4-GCM: who has it can ask the provider. */
    ticketSealed: text().notNull(),
    startedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('identity_attempts_person').on(t.personId), index('identity_attempts_end').on(t.expiresAt)],
)

/** Each time that somebody read a sealed field, with the reason, and what the reviewer said of it. */
export const reveals = table(
  'reveals',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    field: choice(SealedField.options).notNull(),
    reason: text().notNull(),
    actorId: text()
      .notNull()
      .references(() => persons.id),
    communityId: text().notNull(),
    at: instant().notNull(),
    outcome: choice(RevealOutcome.options),
    note: text(),
    reviewerId: text(),
    reviewedAt: instant(),
  },
  (t) => [
    index('reveals_waiting').on(t.outcome, t.at, t.id),
    index('reveals_person').on(t.personId, t.at),
    index('reveals_actor').on(t.actorId, t.at, t.id),
  ],
)
