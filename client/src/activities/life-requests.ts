import { useQueryClient } from '@tanstack/react-query'
import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import {
  archiveActivity,
  findOverlaps,
  postponeActivity,
  reviewActivity,
} from '@tmt/shared/activities/life-contract.ts'
import { cancelFollowing, createSeries } from '@tmt/shared/activities/series-contract.ts'
import { managedActivities, managedActivity } from '@tmt/shared/activities/staff-contract.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { publicOnes } from './detail-requests.ts'

const changes = [...publicOnes, keyOf(managedActivities), keyOf(managedActivity)]
function useKept() {
  const client = useQueryClient()
  return (activity: ActivityDetail) =>
    client.setQueryData(keyOf(managedActivity, { id: activity.id }), activity)
}
export const usePostpone = () => useCommand(postponeActivity, { changes, onDone: useKept() })
export const useArchive = () => useCommand(archiveActivity, { changes, onDone: useKept() })
export const useReview = () => useCommand(reviewActivity, { changes })
export const useCreateSeries = (onDone: () => void) => useCommand(createSeries, { changes, onDone })
export const useCancelFollowing = () => useCommand(cancelFollowing, { changes })

/** What else is at the same place then; only a hint. */
export function useOverlaps(a: ActivityDetail, enabled: boolean) {
  const { communityId, place, startsAt, endsAt, id: except } = a
  const span = { startsAt: String(startsAt), endsAt: String(endsAt) }
  return useAsk(findOverlaps, { communityId, place, ...span, except }, { enabled })
}
