import { HOUR } from '@tmt/shared/time.ts'
import type { FileStorage } from '../gateways/storage/gateway.ts'
import type { JobHandler } from '../platform/jobs.ts'
import type { Store } from '../platform/store.ts'
import { REMOVE, sweepUnclaimed } from './store.ts'

const SWEEP = 'files.sweep'
const BATCH = 100

/** Removes bytes whose rows are gone, and what nobody has used within a day. */
export function fileJobs({ store, storage, now }: { store: Store; storage: FileStorage; now: () => number }) {
  const remove: JobHandler = {
    leaseMs: 60_000,
    maxTries: 20,
    async run({ data }) {
      for (const key of data.keys as string[]) await storage.remove(key)
    },
  }
  const sweep: JobHandler = {
    leaseMs: 300_000,
    maxTries: 3,
    async run() {
      while ((await store.write((tx) => sweepUnclaimed(tx, BATCH, now()))) === BATCH);
    },
  }
  return { handlers: { [REMOVE]: remove, [SWEEP]: sweep }, recurring: [{ kind: SWEEP, everyMs: HOUR }] }
}
