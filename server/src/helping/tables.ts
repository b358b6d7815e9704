import { HelpChannel, Kinship } from '@tmt/shared/helping/contract.ts'
import { persons } from '../people/tables.ts'
import { choice, index, instant, int, table, text, uniqueIndex } from '../platform/dialect.ts'

/** Who may act for whom; kept when it ended, as evidence. */
export const helps = table(
  'helps',
  {
    id: text().primaryKey(),
    helperId: text()
      .notNull()
      .references(() => persons.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    kinship: choice(Kinship.options).notNull(),
    channel: choice(HelpChannel.options).notNull(),
    /** At the counter: where and by whom. */
    communityId: text(),
    recordedBy: text(),
    /** A ward's day of birth, SM4-GCM: by it the guardian's right was judged. */
    wardBornSealed: text(),
    /** When the ward comes of age: from then on the relation is over, whether its row says so or not. */
    adultAt: instant(),
    /** When the guardian of somebody under fourteen agreed to this by itself. */
    guardianAgreedAt: instant(),
    beganAt: instant().notNull(),
    /** Moved by each act, in its unit: an end at the same moment comes before or after, never between. */
    usedAt: instant().notNull(),
    endedAt: instant(),
    /** Who ended it. */
    endedBy: text(),
    /** `<helper>:<person>` as long as it holds, so that one holds at most. */
    pair: text(),
    /** `<helper>:<n>` as long as it holds: there are as many as one may help. */
    slot: text(),
  },
  (t) => [
    uniqueIndex('helps_pair').on(t.pair),
    uniqueIndex('helps_slot').on(t.slot),
    index('helps_helper').on(t.helperId, t.endedAt),
    index('helps_person').on(t.personId, t.endedAt),
    index('helps_adult').on(t.endedAt, t.adultAt),
  ],
)

/** What was done in somebody's place. */
export const helpedActs = table(
  'helped_acts',
  {
    id: text().primaryKey(),
    helpId: text()
      .notNull()
      .references(() => helps.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** The contract's name: `activities.signUp`. */
    action: text().notNull(),
    subject: text().notNull(),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [
    index('helped_acts_person').on(t.personId, t.at, t.id),
    index('helped_acts_help').on(t.helpId),
    index('helped_acts_at').on(t.at),
  ],
)

/**
 * What stands in the SMS about one act and undoes it without an account. Eight digits are found by trying all of them
 * by whoever has the key, so sealing them beside gives nothing away, and lets a new key find them.
 */
export const undoCodes = table(
  'undo_codes',
  {
    actId: text()
      .primaryKey()
      .references(() => helpedActs.id),
    /** HMAC-SM3 of the eight digits. */
    digitsIndex: text().notNull(),
    /** SM4-GCM. */
    digitsSealed: text().notNull(),
    expiresAt: instant().notNull(),
    /** With other last digits of the number than the person's. */
    wrongTries: int().notNull().default(0),
  },
  (t) => [uniqueIndex('undo_codes_digits').on(t.digitsIndex), index('undo_codes_end').on(t.expiresAt)],
)
