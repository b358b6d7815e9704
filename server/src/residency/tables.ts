import { Evidence, Kind, Reason, Status } from '@tmt/shared/residency/contract.ts'
import { divisions, places } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { bool, choice, index, instant, int, table, text, uniqueIndex } from '../platform/dialect.ts'

export const residencies = table(
  'residencies',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    communityId: text()
      .notNull()
      .references(() => divisions.code),
    /** The building or group. */
    placeCode: text()
      .notNull()
      .references(() => places.code),
    /** SM4-GCM: as it was typed. */
    doorSealed: text().notNull(),
    /** HMAC-SM3 of place and door, however the door is written: those of one household have the same. */
    doorIndex: text().notNull(),
    kind: choice(Kind.options).notNull(),
    since: instant().notNull(),
    /** What the person can show; once verified, what was looked at. */
    evidence: choice(Evidence.options).notNull(),
    status: choice(Status.options).notNull(),
    /** The person, where this is the one of theirs that counts; the unique index holds that it is one. */
    primaryOf: text(),
    submittedAt: instant(),
    dueAt: instant(),
    /** When it was shown to a worker's code, until it is decided. */
    atDoorAt: instant(),
    decidedAt: instant(),
    decidedBy: text().references(() => persons.id),
    reason: choice(Reason.options),
    note: text().notNull().default(''),
    confirmBy: instant(),
    /** The end that the person was told of. */
    remindedOf: instant(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    version: int().notNull().default(1),
    demo: bool().notNull().default(false),
  },
  (t) => [
    uniqueIndex('residencies_once').on(t.personId, t.doorIndex),
    uniqueIndex('residencies_primary').on(t.primaryOf),
    index('residencies_queue').on(t.communityId, t.status, t.dueAt, t.id),
    index('residencies_door').on(t.doorIndex, t.status),
    index('residencies_end').on(t.status, t.confirmBy),
  ],
)

/** What a worker shows at the door: good for two minutes and one claim. */
export const doorCodes = table(
  'door_codes',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    communityId: text()
      .notNull()
      .references(() => divisions.code),
    /** HMAC-SM3 of the eight digits. */
    digitsIndex: text().notNull(),
    expiresAt: instant().notNull(),
    residencyId: text().references(() => residencies.id),
  },
  (t) => [
    uniqueIndex('door_codes_digits').on(t.digitsIndex),
    index('door_codes_person').on(t.personId),
    index('door_codes_end').on(t.expiresAt),
  ],
)
