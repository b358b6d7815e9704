import { DivisionKind, Level } from '@tmt/shared/divisions/contract.ts'
import { bool, choice, index, table, text } from '../platform/dialect.ts'

export const divisions = table(
  'divisions',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    level: choice(Level.options).notNull(),
    kind: choice(DivisionKind.options).notNull(),
    parent: text(),
    /** The counter's telephone, as the public may dial it. */
    phone: text(),
    /** The counter's address and hours. */
    counter: text(),
    demo: bool().notNull().default(false),
  },
  (t) => [index('divisions_parent').on(t.parent, t.code)],
)
