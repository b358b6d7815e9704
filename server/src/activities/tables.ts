import { ChildRelation } from '@tmt/shared/activities/children-contract.ts'
import { Category, Status } from '@tmt/shared/activities/contract.ts'
import {
  type Accessibility,
  type Gcj02,
  Gender,
  Residency,
  SignupStatus,
} from '@tmt/shared/activities/detail-contract.ts'
import type { Declaration } from '@tmt/shared/activities/signup-contract.ts'
import { Mode } from '@tmt/shared/activities/checkin-contract.ts'
import { Rating } from '@tmt/shared/activities/after-contract.ts'
import { sql } from 'drizzle-orm'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import {
  bool,
  check,
  choice,
  index,
  instant,
  int,
  json,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../platform/dialect.ts'

export const activities = table(
  'activities',
  {
    id: text().primaryKey(),
    communityId: text()
      .notNull()
      .references(() => divisions.code),
    /** The community's town, for lists by town. */
    townId: text().notNull(),
    title: text().notNull(),
    category: choice(Category.options).notNull(),
    body: text().notNull(),
    place: text().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    signupClosesAt: instant().notNull(),
    capacity: int().notNull(),
    /** Who have a place, or had one when it was cancelled; moved in the unit that moves the sign-up, held by the check. */
    confirmed: int().notNull().default(0),
    /** Places that are offered to somebody who waited; those that are over count until they are taken away. */
    offered: int().notNull().default(0),
    /** When the first of these offers is over; null while there is none. */
    offersUntil: instant(),
    /** Who wait. */
    waiting: int().notNull().default(0),
    residencyRequired: choice(Residency.options).notNull(),
    riskNotice: text().notNull().default(''),
    /** Who may come, and what must be so; null limits nobody. */
    waitlistCapacity: int(),
    householdLimit: int(),
    minAge: int(),
    maxAge: int(),
    gender: choice(Gender.options),
    realNameRequired: bool(),
    guardianRequired: bool(),
    insuranceRequired: bool(),
    healthPledge: bool(),
    accessibility: json<Accessibility[]>(),
    gcj02: json<Gcj02>(),
    drill: bool(),
    /** The organisation that holds it, as it was called then; null where it is the community itself. */
    hostName: text(),
    hostUscc: text(),
    /** What it was made together with; null for one by itself. */
    seriesId: text(),
    status: choice(Status.options).notNull(),
    /** The file of its picture; it was claimed in the unit that wrote it here. */
    poster: text(),
    posterAlt: text(),
    cancelReason: text(),
    /** Why its time or place changed last, or why it was put off. */
    changeReason: text(),
    /** When its time or place changed last while it was out. */
    movedAt: instant(),
    /** What happened, in a line; and since when it is kept among the old ones. */
    closing: text(),
    archivedAt: instant(),
    /** An organisation's: when it was handed in, by when it is answered, what has to be mended. */
    submittedAt: instant(),
    reviewDueAt: instant(),
    returnReason: text(),
    /** Why it is shown to staff alone, in words; null when it is not hidden. */
    hiddenWhy: text(),
    createdBy: text()
      .notNull()
      .references(() => persons.id),
    createdAt: instant().notNull(),
    publishedAt: instant(),
    changedAt: instant().notNull(),
    version: int().notNull().default(1),
    demo: bool().notNull().default(false),
  },
  (t) => [
    index('activities_community').on(t.communityId, t.startsAt, t.id),
    /** For reminders, and for what is near in the whole city. */
    index('activities_start').on(t.startsAt, t.id),
    index('activities_town').on(t.townId, t.startsAt, t.id),
    /** For what is over, and has to be passed on. */
    index('activities_offers').on(t.offersUntil),
    index('activities_author').on(t.createdBy, t.status),
    index('activities_host').on(t.hostUscc, t.communityId, t.startsAt, t.id),
    index('activities_series').on(t.seriesId, t.startsAt),
    /** For what has been over for so long that it is put away. */
    index('activities_unarchived').on(t.archivedAt, t.endsAt),
    index('activities_review')
      .on(t.communityId, t.reviewDueAt, t.id)
      .where(sql`${t.status} = 'review'`),
    check(
      'activities_capacity',
      sql`${t.confirmed} >= 0 and ${t.offered} >= 0 and ${t.waiting} >= 0 and ${t.confirmed} + ${t.offered} <= ${t.capacity}`,
    ),
  ],
)

/** A child without an account of its own, as its guardian put it down. */
export const children = table(
  'children',
  {
    id: text().primaryKey(),
    guardianId: text()
      .notNull()
      .references(() => persons.id),
    /** SM4-GCM, as the day of birth: `2019-03-05`. */
    nameSealed: text().notNull(),
    bornSealed: text().notNull(),
    relation: choice(ChildRelation.options).notNull(),
    /** That the guardian agrees, in which version of the notice, and when; under fourteen the use of data by itself. */
    consentVersion: text().notNull(),
    consentAt: instant().notNull(),
    dataConsent: bool().notNull(),
    /** There are as many as one guardian may have. */
    slot: int().notNull(),
    demo: bool().notNull().default(false),
  },
  (t) => [uniqueIndex('children_slot').on(t.guardianId, t.slot)],
)

/** One participant of one activity. */
export const signups = table(
  'signups',
  {
    id: text().primaryKey(),
    activityId: text()
      .notNull()
      .references(() => activities.id),
    /** Who answers for it, and is told. */
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** Who comes: a person's id, or a child's. */
    participant: text().notNull().default(''),
    childId: text().references(() => children.id),
    /** The household of who comes, a person alone being their own: a seat's id, or a person's. */
    household: text().notNull().default(''),
    status: choice(SignupStatus.options).notNull(),
    /** When the person signed up (last): those who wait stand in this order. */
    at: instant().notNull(),
    changedAt: instant().notNull(),
    /** The first instant at which the offer is over. */
    offerUntil: instant(),
    /** When its place was given back; null where there was none to give. */
    gaveBackAt: instant(),
    /** What was ticked when signing up. */
    declared: json<Declaration[]>(),
    /** Of a minor with an account: in which version of the notice the guardian agreed. */
    consentVersion: text(),
  },
  (t) => [
    uniqueIndex('signups_once').on(t.activityId, t.participant),
    index('signups_person').on(t.personId, t.at, t.id),
    index('signups_participant').on(t.participant),
    index('signups_roster').on(t.activityId, t.status, t.at, t.id),
    index('signups_household').on(t.activityId, t.household),
  ],
)

const ofActivity = () =>
  text()
    .notNull()
    .references(() => activities.id)
const ofSignup = () =>
  text()
    .primaryKey()
    .references(() => signups.id)

/** How people are checked in where somebody has chosen; without a row the usual ways hold. */
export const checkinSettings = table('checkin_settings', {
  activityId: text()
    .primaryKey()
    .references(() => activities.id),
  modes: json<(typeof Mode.options)[number][]>().notNull(),
  setBy: text()
    .notNull()
    .references(() => persons.id),
  at: instant().notNull(),
})

/** Who was there: one row for one place, whatever number of phones says so. */
export const attendances = table(
  'attendances',
  {
    signupId: ofSignup(),
    activityId: ofActivity(),
    how: choice(Mode.options).notNull(),
    /** The worker who did it; null where the person did. */
    recordedBy: text().references(() => persons.id),
    /** When they were there, by the clock of the phone that saw them. */
    at: instant().notNull(),
    /** When it came to be known here. */
    syncedAt: instant().notNull(),
    /** A mistake that was taken back; what a phone kept from before then counts no more. */
    undoneAt: instant(),
    undoneBy: text().references(() => persons.id),
    undoneWhy: text(),
  },
  (t) => [index('attendances_activity').on(t.activityId, t.undoneAt)],
)

/** Somebody who did not come had said why. */
export const excuses = table('excuses', {
  signupId: ofSignup(),
  reason: text().notNull(),
  excusedBy: text()
    .notNull()
    .references(() => persons.id),
  at: instant().notNull(),
})

/** How often somebody tried a code lately, against guessing. */
export const checkinTries = table(
  'checkin_tries',
  {
    activityId: ofActivity(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    tries: int().notNull(),
    since: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.personId] }), index('checkin_tries_since').on(t.since)],
)

/** What somebody who came thought of it; one word a person. */
export const ratings = table(
  'ratings',
  {
    activityId: ofActivity(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    rating: choice(Rating.options).notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.personId] }), index('ratings_person').on(t.personId)],
)

/** Pictures of what it was like. `place` is one of nine, so that there are never more. */
export const activityPictures = table(
  'activity_pictures',
  {
    file: text().primaryKey(),
    activityId: ofActivity(),
    place: int().notNull(),
    alt: text().notNull(),
    /** Who said that everybody on it agreed, and the guardians of children. */
    agreedBy: text()
      .notNull()
      .references(() => persons.id),
    guardiansAgreed: bool().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('activity_pictures_place').on(t.activityId, t.place)],
)
