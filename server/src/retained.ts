import { forgetActs } from './helping/store.ts'
import { forgetReveals } from './identity/reveal-store.ts'
import { forgetConsents } from './people/consent-store.ts'
import { forgetAudit } from './platform/audit.ts'
import type { RetainedRows } from './privacy/retaining.ts'

/** All that is kept for some years and then deleted; how long is said in shared/src/people/retention.ts. */
export const retained: RetainedRows = {
  audit: forgetAudit,
  consents: forgetConsents,
  helpedActs: forgetActs,
  reveals: forgetReveals,
}
