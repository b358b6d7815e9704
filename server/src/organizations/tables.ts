import { Kind } from '@tmt/shared/organizations/contract.ts'
import { divisions } from '../divisions/tables.ts'
import { persons } from '../people/tables.ts'
import { bool, choice, index, instant, int, table, text, uniqueIndex } from '../platform/dialect.ts'

export const organizations = table(
  'organizations',
  {
    id: text().primaryKey(),
    communityId: text()
      .notNull()
      .references(() => divisions.code),
    kind: choice(Kind.options).notNull(),
    name: text().notNull(),
    purpose: text().notNull(),
    phone: text().notNull(),
    hours: text().notNull(),
    place: text().notNull(),
    /** Where it stands among its community's cards; gaps are left by what was taken away. */
    position: int().notNull(),
    checkedAt: instant().notNull(),
    version: int().notNull().default(1),
    demo: bool().notNull().default(false),
  },
  (t) => [
    uniqueIndex('organizations_name').on(t.communityId, t.name),
    index('organizations_order').on(t.communityId, t.position, t.id),
  ],
)

/** Who said that nobody answers; gone with the next check. */
export const organizationReports = table(
  'organization_reports',
  {
    id: text().primaryKey(),
    organizationId: text()
      .notNull()
      .references(() => organizations.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('organization_reports_once').on(t.organizationId, t.personId),
    index('organization_reports_person').on(t.personId),
  ],
)
