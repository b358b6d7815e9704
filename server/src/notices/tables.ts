import { Kind, NoticeStatus, type NoticeWords } from '@tmt/shared/notices/contract.ts'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { bool, choice, index, instant, int, json, table, text, uniqueIndex } from '../platform/dialect.ts'

export const notices = table(
  'notices',
  {
    id: text().primaryKey(),
    /** Whom it concerns: everybody in this unit, unless the columns below name some of them. */
    division: text()
      .notNull()
      .references(() => divisions.code),
    /** The 小区 and grids that it is for, with their names as they were; null for all of the unit. */
    places: json<NoticeWords['places']>(),
    /** The youngest and the oldest whom it is for, in whole years; null where that end is open. */
    ageFrom: int(),
    ageTo: int(),
    kind: choice(Kind.options).notNull(),
    title: text().notNull(),
    body: text().notNull(),
    startsAt: instant(),
    endsAt: instant(),
    validUntil: instant().notNull(),
    /** `validUntil`, or sooner once it is withdrawn. */
    listedUntil: instant().notNull(),
    urgent: bool().notNull(),
    pinned: bool().notNull(),
    /** Of those that stand in a list, the higher comes first: made from urgent, pinned and status. */
    rank: int().notNull(),
    phone: text(),
    status: choice(NoticeStatus.options).notNull(),
    withdrawReason: text(),
    withdrawnAt: instant(),
    createdBy: text()
      .notNull()
      .references(() => persons.id),
    createdAt: instant().notNull(),
    publishedAt: instant(),
    correctedAt: instant(),
    changedAt: instant().notNull(),
    version: int().notNull().default(1),
    /** How many have read it; moved with the rows of notice_reads. */
    reads: int().notNull().default(0),
    demo: bool().notNull().default(false),
  },
  (t) => [
    index('notices_listed').on(t.division, t.listedUntil),
    index('notices_managed').on(t.division, t.createdAt, t.id),
  ],
)

/** What corrections replaced. */
export const noticeVersions = table(
  'notice_versions',
  {
    id: text().primaryKey(),
    noticeId: text()
      .notNull()
      .references(() => notices.id),
    /** The version that was replaced. */
    version: int().notNull(),
    words: json<NoticeWords>().notNull(),
    note: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('notice_versions_once').on(t.noticeId, t.version)],
)

/**
 * That somebody has read a notice, so that nobody is counted twice: an HMAC over the notice and the person, or the
 * device and the day. It names nobody, and is swept when it can't count any more.
 */
export const noticeReads = table(
  'notice_reads',
  {
    digest: text().primaryKey(),
    noticeId: text()
      .notNull()
      .references(() => notices.id),
    /** First instant at which it is of no use: for a device the next day. Null for a person, as long as the notice is listed. */
    until: instant(),
  },
  (t) => [index('notice_reads_until').on(t.until), index('notice_reads_notice').on(t.noticeId)],
)
