import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { sweepReads } from './reads-store.ts'

const SWEEP = 'notices.sweep'
/** A write of this many rows stays far under 50 ms. */
const BATCH = 500

/** Forgets by what nobody was counted twice, as soon as it can't count any more. */
export function noticeJobs({ store, now }: { store: Store; now: () => number }) {
  const sweep: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      while ((await store.write((tx) => sweepReads(tx, now(), BATCH))) === BATCH);
    },
  }
  return { handlers: { [SWEEP]: sweep }, recurring: [{ kind: SWEEP, everyMs: HOUR }] }
}
