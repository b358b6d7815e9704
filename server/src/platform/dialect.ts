// The only file that knows of two column dialects. The types are sqlite-core's; one cast at the end,
// below a proof that both yield the same rows.
import * as L from 'drizzle-orm/sqlite-core'
import * as P from 'drizzle-orm/pg-core'

/** `postgres://…`, `pglite` (tests alone), or the path of a SQLite file. */
export function engineOf(url: string): 'sqlite' | 'postgres' | 'pglite' {
  if (/^postgres(ql)?:\/\//.test(url)) return 'postgres'
  return url === 'pglite' ? 'pglite' : 'sqlite'
}
export const databaseUrl = process.env.DATABASE_URL || 'data/taimintong.db'
export const engine = engineOf(databaseUrl)

const lite = {
  table: L.sqliteTable,
  text: () => L.text(),
  int: () => L.integer(),
  /** Up to 2^53: money in fen, areas in 0.01 m². */
  big: () => L.integer(),
  /** Epoch milliseconds, UTC, as a number on both sides. */
  instant: () => L.integer(),
  bool: () => L.integer({ mode: 'boolean' }),
  json: <T>() => L.text({ mode: 'json' }).$type<T>(),
  choice: <const V extends string>(values: readonly V[]) =>
    L.text({ enum: values as unknown as [V, ...V[]] }),
  index: L.index,
  uniqueIndex: L.uniqueIndex,
  primaryKey: L.primaryKey,
  check: L.check,
}
const pg = {
  table: P.pgTable,
  text: () => P.text(),
  int: () => P.integer(),
  big: () => P.bigint({ mode: 'number' }),
  instant: () => P.bigint({ mode: 'number' }),
  bool: () => P.boolean(),
  json: <T>() => P.jsonb().$type<T>(),
  choice: <const V extends string>(values: readonly V[]) =>
    P.text({ enum: values as unknown as [V, ...V[]] }),
  index: P.index,
  uniqueIndex: P.uniqueIndex,
  primaryKey: P.primaryKey,
  check: P.check,
}
type Kit = typeof lite

type Row<F> = F extends (...args: never[]) => { _: { data: infer D } } ? D : never
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never
type Columns = 'text' | 'int' | 'big' | 'instant' | 'bool' | 'json' | 'choice'
const sameRows: { [K in Columns]: Same<Row<Kit[K]>, Row<(typeof pg)[K]>> } = {
  text: true,
  int: true,
  big: true,
  instant: true,
  bool: true,
  json: true,
  choice: true,
}
void sameRows

export const { table, text, int, big, instant, bool, json, choice, index, uniqueIndex, primaryKey, check } =
  (engine === 'sqlite' ? lite : pg) as unknown as Kit
