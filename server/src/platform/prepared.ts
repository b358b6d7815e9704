import type { Read, Write } from './store.ts'

type Preparable = PromiseLike<unknown> & { prepare(name: string): unknown }
let count = 0

/**
 * A query that is built once per connection: `const list = prepared((db: Read) => db.select()…limit(sql.placeholder('n')))`,
 * then `await list(db, { n: 20 })`. Half the cost of building it each time.
 */
export function prepared<D extends Read | Write, Q extends Preparable>(build: (db: D) => Q) {
  const name = `q${(count += 1)}`
  const made = new WeakMap<object, { execute(values: Record<string, unknown>): Promise<Awaited<Q>> }>()
  return (db: D, values: Record<string, unknown>): Promise<Awaited<Q>> => {
    // On SQLite every unit shares the writer's session; on PostgreSQL a transaction has its own.
    const { session } = db as unknown as { session: object }
    let query = made.get(session)
    if (!query) {
      query = build(db).prepare(name) as { execute(values: Record<string, unknown>): Promise<Awaited<Q>> }
      made.set(session, query)
    }
    return query.execute(values)
  }
}
