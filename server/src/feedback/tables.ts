import { Kind } from '@tmt/shared/feedback/contract.ts'
import { persons } from '../people/tables.ts'
import { bool, choice, index, instant, int, table, text } from '../platform/dialect.ts'

export const opinions = table(
  'opinions',
  {
    id: text().primaryKey(),
    /** Null for a guest. */
    personId: text().references(() => persons.id),
    kind: choice(Kind.options).notNull(),
    text: text().notNull(),
    page: text().notNull(),
    wantsAnswer: bool().notNull(),
    at: instant().notNull(),
    answerBy: instant(),
    answer: text(),
    answeredAt: instant(),
    answeredBy: text().references(() => persons.id),
    correction: text(),
    correctedAt: instant(),
  },
  (t) => [index('opinions_person').on(t.personId, t.at, t.id), index('opinions_at').on(t.at, t.id)],
)

/** How many a person sent on the day they sent one last. */
export const opinionDays = table('opinion_days', {
  personId: text()
    .primaryKey()
    .references(() => persons.id),
  day: text().notNull(),
  sent: int().notNull(),
})
