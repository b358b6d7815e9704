import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm'

type Value<T> = T | Placeholder
const countIf = (condition: SQL) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number)
/** PostgreSQL cannot guess the type of a parameter that is only compared with an expression. */
const instant = (value: Value<number>) => sql`cast(${value} as bigint)`

/** How many rows are overdue, due today, and due later, by this column; a prepared query takes `now` and `midnight`. */
export function countGroups(
  until: SQLWrapper,
  at: { now: Value<number>; midnight: Value<number> } = {
    now: sql.placeholder('now'),
    midnight: sql.placeholder('midnight'),
  },
) {
  const [now, midnight] = [instant(at.now), instant(at.midnight)]
  return {
    overdue: countIf(sql`${until} <= ${now}`),
    today: countIf(sql`${until} > ${now} and ${until} <= ${midnight}`),
    open: countIf(sql`${until} > ${midnight}`),
  }
}

/** Behind the last one that was shown, in the order of `byPressing`; a prepared query takes `at` and `id`. */
export function isAfter(
  until: SQLWrapper,
  id: SQLWrapper,
  last: { at: Value<number>; id: Value<string> } = { at: sql.placeholder('at'), id: sql.placeholder('id') },
) {
  const at = instant(last.at)
  return sql`(${until} > ${at} or (${until} = ${at} and ${id} > ${last.id}))`
}
