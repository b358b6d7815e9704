import { persons } from '../people/tables.ts'
import { bool, index, instant, int, table, text } from '../platform/dialect.ts'

export const files = table(
  'files',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** SHA-256 of the picture as it is kept; part of its key in the storage. */
    hash: text().notNull(),
    width: int().notNull(),
    height: int().notNull(),
    at: instant().notNull(),
    /** What it belongs to, e.g. `activities/<id>`; null as long as nobody has used it. */
    about: text(),
    /** Whoever sees what it belongs to may see it. */
    public: bool().notNull().default(false),
  },
  (t) => [index('files_about').on(t.about, t.at), index('files_person').on(t.personId, t.at)],
)
