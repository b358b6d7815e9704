import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { deliverJob } from './deliver.ts'
import { sweepDeliveries } from './delivery-store.ts'
import type { Ways } from './send.ts'
import { spreadJob } from './spread.ts'
import { type Audience, DELIVER, SPREAD } from './tell.ts'

const SWEEP = 'messages.sweep'
/** A write of this many rows stays far under 50 ms. */
const BATCH = 500
/** How a message fared is of use as long as somebody asks after it. */
const KEPT = 180 * DAY

type Parts = Ways & { store: Store; now: () => number; audiences: Readonly<Record<string, Audience>> }

export function messageJobs(parts: Parts) {
  const { store, now } = parts
  const sweep: JobHandler = {
    leaseMs: 5 * MINUTE,
    maxTries: 3,
    async run() {
      while ((await store.write((tx) => sweepDeliveries(tx, now() - KEPT, BATCH))) >= BATCH);
    },
  }
  return {
    handlers: { [SPREAD]: spreadJob(parts), [DELIVER]: deliverJob(parts), [SWEEP]: sweep },
    recurring: [{ kind: SWEEP, everyMs: HOUR }],
  }
}
