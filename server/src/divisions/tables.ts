import { DivisionKind, Level } from '@tmt/shared/divisions/contract.ts'
import { PlaceKind } from '@tmt/shared/divisions/place-contract.ts'
import { bool, choice, index, instant, int, table, text, uniqueIndex } from '../platform/dialect.ts'

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

/** 小区, grids, micro-grids, buildings and groups: what a community enters itself, with codes of our own. */
export const places = table(
  'places',
  {
    /** `321202001002-B0001` (shared/divisions/place-rules.ts). */
    code: text().primaryKey(),
    communityId: text()
      .notNull()
      .references(() => divisions.code),
    kind: choice(PlaceKind.options).notNull(),
    name: text().notNull(),
    /** The name and what it lies in, as long as it is in use; null once closed, so that another may take it. */
    nameKey: text(),
    /** The grid or micro-grid that looks after it; the grid of a micro-grid. */
    gridCode: text(),
    areaCode: text(),
    closedAt: instant(),
    version: int().notNull().default(1),
    demo: bool().notNull().default(false),
  },
  (t) => [uniqueIndex('places_name').on(t.communityId, t.kind, t.nameKey)],
)
/** The last number given in each series of codes: a number is never given twice. */
export const placeNumbers = table('place_numbers', {
  /** What the codes begin with, and the series: `321202001002/B`. */
  series: text().primaryKey(),
  last: int().notNull(),
})
