import type { Secrets } from './secrets.ts'
import type { Store, Write } from './store.ts'

/**
 * Sealed columns of one table, for `npm run rotate-keys`. `next` seals some rows anew that an old key sealed, in the
 * order of their keys after `after`, and says which was the last; undefined when there are no more. A row is written
 * only if it still is as it was read.
 */
export type Sealed = {
  table: string
  /** Those it renews as `table.column`: what is sealed, and the indexes that are made from it. */
  columns: readonly string[]
  next: (
    tx: Write,
    secrets: Secrets,
    after: string,
    limit: number,
  ) => Promise<{ last: string; rows: number } | undefined>
}

/** A write of this many rows stays under 50 ms. */
const BATCH = 100

/**
 * Goes through all tables until nothing is left under an old key. What was done is durable after each batch, and a
 * row that is done is passed over: it may be stopped and started again at any time, beside a running server.
 */
export async function reseal(
  store: Store,
  secrets: Secrets,
  tables: readonly Sealed[],
  tell: (table: string, rows: number) => void,
) {
  for (const { table, next } of tables) {
    let after = ''
    let done = 0
    for (;;) {
      const from = after
      const step = await store.write((tx) => next(tx, secrets, from, BATCH))
      if (!step) break
      after = step.last
      done += step.rows
      tell(table, done)
    }
  }
}

/** The same text under the current key. */
export function sealAnew(secrets: Secrets, sealed: string): string
export function sealAnew(secrets: Secrets, sealed: string | null): string | null
export function sealAnew(secrets: Secrets, sealed: string | null) {
  return sealed === null ? null : secrets.seal(secrets.unseal(sealed))
}
