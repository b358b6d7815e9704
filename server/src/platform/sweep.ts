import { forget } from './idempotency.ts'
import { forgetDead, type JobHandler } from './jobs.ts'
import type { Store } from './store.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A write of this many rows stays far under 50 ms. */
const BATCH = 500

/** Forgets answers to commands after a day, and work that was given up after a month. */
export function sweeping({ store, now }: { store: Store; now: () => number }) {
  const kind = 'platform.sweep'
  const sweep: JobHandler = {
    leaseMs: 300_000,
    maxTries: 3,
    async run() {
      while ((await store.write((tx) => forget(tx, now() - DAY, BATCH))) === BATCH);
      while ((await store.write((tx) => forgetDead(tx, now() - 30 * DAY, BATCH))) === BATCH);
    },
  }
  return { handlers: { [kind]: sweep }, recurring: [{ kind, everyMs: HOUR }] }
}
