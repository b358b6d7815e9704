import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { sweepAttempts } from './store.ts'

const SWEEP = 'identity.sweep'
/** A write of this many rows stays far under 50 ms. */
const BATCH = 500

export function identityJobs({ store, now }: { store: Store; now: () => number }) {
  const sweep: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      while ((await store.write((tx) => sweepAttempts(tx, now() - DAY, BATCH))) === BATCH);
    },
  }
  return { handlers: { [SWEEP]: sweep }, recurring: [{ kind: SWEEP, everyMs: HOUR }] }
}
