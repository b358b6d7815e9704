import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { useAsk, usePages } from '../platform/queries.ts'

/** What waits in one community, or for a unit above to do itself; the most pressing first. */
export function useDue(communityId: string) {
  return usePages(listDue, { communityId })
}
/** How much waits in each community of a unit. */
export function useDueCounts(code: string) {
  return useAsk(countDue, { code })
}
