import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { keyOf, useAsk } from '../platform/queries.ts'

export const publicOnes = [keyOf(listActivities), keyOf(getActivity)]

export function useActivity(id: string) {
  return useAsk(getActivity, { id }, { enabled: id !== '' })
}
