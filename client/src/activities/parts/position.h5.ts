import type { Gcj02 } from '@tmt/shared/activities/detail-contract.ts'

/** A browser measures in another system, and at a desk it guesses: there one scans, types, or asks the staff. */
export const canLocate = false
export async function position(): Promise<Gcj02 | null> {
  return null
}
