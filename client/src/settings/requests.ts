import { getSettings } from '@tmt/shared/settings/contract.ts'
import { useAsk } from '../platform/queries.ts'

/** Whether this is a demonstration, and the filing number. */
export function useSettings() {
  return useAsk(getSettings, {})
}
