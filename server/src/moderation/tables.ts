import { Cause, CheckState, Part, Reason, SubjectKind } from '@tmt/shared/moderation/contract.ts'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { bool, choice, index, instant, int, table, text, uniqueIndex } from '../platform/dialect.ts'

/** The words, or the picture, of one thing as they are now: what was thought of them. */
export const moderationChecks = table(
  'moderation_checks',
  {
    id: text().primaryKey(),
    kind: choice(SubjectKind.options).notNull(),
    subjectId: text().notNull(),
    part: choice(Part.options).notNull(),
    communityId: text()
      .notNull()
      .references(() => divisions.code),
    authorId: text()
      .notNull()
      .references(() => persons.id),
    /** Published by staff in the community's name. */
    official: bool().notNull(),
    /** The beginning of the text, or the picture's words. */
    excerpt: text().notNull(),
    /** SHA-256 of the text, or the picture's file: the same again is not looked at again. */
    content: text().notNull(),
    /** Counted up when the content changes, so that a late verdict on the former one changes nothing. */
    round: int().notNull().default(1),
    state: choice(CheckState.options).notNull(),
    cause: choice(Cause.options),
    shown: bool().notNull(),
    /** WeChat's number for what it found. */
    label: int(),
    traceId: text(),
    reason: choice(Reason.options),
    note: text(),
    /** Null when the program did it. */
    hiddenBy: text(),
    decidedBy: text(),
    appealText: text(),
    appealedAt: instant(),
    appealOutcome: choice(['granted', 'refused']),
    appealAnswer: text(),
    /** Since when a person is waited for; null when nobody is. */
    waitsSince: instant(),
    changedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('moderation_checks_once').on(t.kind, t.subjectId, t.part),
    uniqueIndex('moderation_checks_trace').on(t.traceId),
    index('moderation_checks_queue').on(t.communityId, t.waitsSince, t.id),
    index('moderation_checks_hidden').on(t.communityId, t.state, t.changedAt, t.id),
    index('moderation_checks_author').on(t.authorId, t.changedAt, t.id),
    index('moderation_checks_state').on(t.state, t.changedAt),
  ],
)

export const moderationReports = table(
  'moderation_reports',
  {
    id: text().primaryKey(),
    checkId: text()
      .notNull()
      .references(() => moderationChecks.id),
    /** Shown to nobody. */
    reporterId: text()
      .notNull()
      .references(() => persons.id),
    reason: choice(Reason.options).notNull(),
    note: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('moderation_reports_once').on(t.checkId, t.reporterId)],
)
