import type { Purpose } from '@tmt/shared/people/consent.ts'
import { event } from '../platform/events.ts'

/** Somebody closed the account: what they hold for others is given back. */
export const personLeft = event<{ personId: string }>('people.left')
/** Somebody no longer agrees to a purpose: what is kept for it alone goes. */
export const consentWithdrawn = event<{ personId: string; purpose: Purpose }>('people.consentWithdrawn')
