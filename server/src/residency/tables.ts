import { Evidence, Kind, Reason, Status } from '@tmt/shared/residency/contract.ts'
import { AreaBasis, How, Purpose } from '@tmt/shared/residency/seat-contract.ts'
import { divisions, places } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import {
  big,
  bool,
  choice,
  index,
  instant,
  int,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../platform/dialect.ts'

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
    /** The same door may be lived in and owned by the same person, each verified by itself. */
    owning: bool().notNull().default(false),
    kind: choice(Kind.options).notNull(),
    since: instant().notNull(),
    /** What the person can show; once verified, what was looked at. */
    evidence: choice(Evidence.options).notNull(),
    /** Sealed: the last digits of the owner's certificate. */
    certTailSealed: text(),
    /** When this person comes of age; null for who is. As the verifier saw it. */
    adultAt: instant(),
    status: choice(Status.options).notNull(),
    /** The person, where this is the one of theirs that counts; the unique index holds that it is one. */
    primaryOf: text(),
    submittedAt: instant(),
    dueAt: instant(),
    /** When the community was urged for being late with it; once for each handing in. */
    urgedAt: instant(),
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
    uniqueIndex('residencies_once').on(t.personId, t.doorIndex, t.owning),
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

/** What has one voice at a door: a household, or its owners. Its members are those whose residency there holds. */
export const seats = table(
  'seats',
  {
    id: text().primaryKey(),
    purpose: choice(Purpose.options).notNull(),
    doorIndex: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => divisions.code),
    placeCode: text()
      .notNull()
      .references(() => places.code),
    headId: text().references(() => persons.id),
    representativeId: text().references(() => persons.id),
    how: choice(How.options),
    /** In 0.01 m². */
    area: big(),
    basis: choice(AreaBasis.options),
    owners: int(),
    version: int().notNull().default(1),
    demo: bool().notNull().default(false),
  },
  (t) => [
    uniqueIndex('seats_once').on(t.doorIndex, t.purpose),
    index('seats_place').on(t.placeCode, t.purpose),
  ],
)
/** Every representative so far, and the one that is proposed. */
export const seatChanges = table(
  'seat_changes',
  {
    id: text().primaryKey(),
    seatId: text()
      .notNull()
      .references(() => seats.id),
    /** Null where there is none any more. */
    toId: text().references(() => persons.id),
    /** Who proposed it, or the worker; null where it came by itself. */
    byId: text().references(() => persons.id),
    how: choice(How.options).notNull(),
    state: choice(['pending', 'done', 'declined', 'lapsed']).notNull(),
    /** The seat, as long as it waits; the unique index holds that one waits at a time. */
    pendingOf: text(),
    note: text().notNull().default(''),
    at: instant().notNull(),
    settledAt: instant(),
  },
  (t) => [uniqueIndex('seat_changes_pending').on(t.pendingOf), index('seat_changes_seat').on(t.seatId, t.at)],
)
export const seatAnswers = table(
  'seat_answers',
  {
    changeId: text()
      .notNull()
      .references(() => seatChanges.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.personId] })],
)
/** Of a whole 小区, as its papers say: what a vote of the owners is reckoned against. */
export const unitTotals = table('unit_totals', {
  placeCode: text()
    .primaryKey()
    .references(() => places.code),
  units: int().notNull(),
  /** In 0.01 m². */
  area: big().notNull(),
  enteredBy: text()
    .notNull()
    .references(() => persons.id),
  enteredAt: instant().notNull(),
  version: int().notNull().default(1),
})
