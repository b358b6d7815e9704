import { keptSince, type Retained, retention } from '@tmt/shared/people/retention.ts'
import { DAY, MINUTE } from '@tmt/shared/time.ts'
import { record } from '../platform/audit.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store, Write } from '../platform/store.ts'

export const RETAIN = 'privacy.retain'
/** A write of this many rows stays far under 50 ms. */
const BATCH = 500

/** Deletes what is older than `before`, at most `limit` rows, and tells how many went. */
export type RetainedRows = Record<Retained, (tx: Write, before: number, limit: number) => Promise<number>>
type Parts = { store: Store; now: () => number; retained: RetainedRows }

/** Once a day deletes what was kept long enough, in small units; how many rows went is written down. */
export function retaining({ store, now, retained }: Parts) {
  const kinds = Object.keys(retention) as Retained[]
  async function forget(kind: Retained) {
    const at = now()
    const before = keptSince(retention[kind], at)
    let gone: number
    do {
      gone = await store.write(async (tx) => {
        const rows = await retained[kind](tx, before, BATCH)
        const entry = {
          action: RETAIN,
          outcome: 'done',
          actor: { personId: null },
          requestId: 'job',
        } as const
        if (rows > 0) await record(tx, { ...entry, subject: kind, details: { rows, before }, at })
        return rows
      })
    } while (gone === BATCH)
  }
  const handler: JobHandler = {
    leaseMs: 10 * MINUTE,
    maxTries: 3,
    async run() {
      for (const kind of kinds) await forget(kind)
    },
  }
  return { handlers: { [RETAIN]: handler }, recurring: [{ kind: RETAIN, everyMs: DAY }] }
}
