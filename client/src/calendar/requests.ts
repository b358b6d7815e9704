import { knownYears } from '@tmt/shared/calendar/contract.ts'
import { useAsk } from '../platform/queries.ts'

/** Which years' days off are known; for the city's staff. */
export function useKnownYears() {
  return useAsk(knownYears, {})
}
