import type { Reason } from '@tmt/shared/residency/contract.ts'
import type { Outcome } from '@tmt/shared/residency/staff-contract.ts'
import type { Purpose } from '@tmt/shared/residency/seat-contract.ts'
import { event } from '../platform/events.ts'

type One = { id: string; personId: string; communityId: string }
/** Handed in, to be decided before `dueAt`. */
export const residencySubmitted = event<One & { dueAt: number }>('residency.submitted')
/** The answer is late, and the community was urged; told once. */
export const residencyUrged = event<One & { dueAt: number }>('residency.urged')
export const residencyDecided = event<
  One & { outcome: Outcome; reason: Reason | null; note: string; confirmBy: number | null }
>('residency.decided')
export const residencyRevoked = event<One & { reason: Reason; note: string }>('residency.revoked')
/** Within a month it will hold no more unless the person confirms it before `confirmBy`; told once. */
export const residencyEnding = event<One & { confirmBy: number }>('residency.ending')
export const residencyExpired = event<One>('residency.expired')
/** Somebody is proposed as representative, and this member's word is waited for. */
export const representativeProposed = event<One & { purpose: Purpose; proposal: string }>(
  'residency.representativeProposed',
)
/**
 * A household or a unit speaks through somebody else from now on, or through nobody: as its members agreed, a worker
 * witnessed, or because who spoke for it is there no more.
 */
export const representativeChanged = event<
  Omit<One, 'personId'> & { personId: string | null; purpose: Purpose }
>('residency.representativeChanged')
