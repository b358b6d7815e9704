import { origin, type Read, type Write } from './store.ts'

type Preparable = PromiseLike<unknown> & { prepare(name: string): unknown }
type Prepared<Q> = { execute(values: Record<string, unknown>): Promise<Awaited<Q>> }
let count = 0

/**
 * A query that is built once per connection: `const list = prepared((db: Read) => db.select()…limit(sql.placeholder('n')))`,
 * then `await list(db, { n: 20 })`. Half the cost of building it each time.
 */
export function prepared<D extends Read | Write, Q extends Preparable>(build: (db: D) => Q) {
  const name = `q${(count += 1)}`
  const made = new WeakMap<object, Prepared<Q>>()
  return (db: D, values: Record<string, unknown>): Promise<Awaited<Q>> => {
    // A unit's handle dies with it, the connection's own outlives all units. Asking a dead one for it throws.
    const own = (db as { [origin]?: D })[origin] ?? db
    let query = made.get(own)
    if (!query) {
      query = build(own).prepare(name) as Prepared<Q>
      made.set(own, query)
    }
    return query.execute(values)
  }
}
