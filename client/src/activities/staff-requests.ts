import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import {
  admitSignup,
  cancelActivity,
  createActivity,
  discardDraft,
  editActivity,
  getRoster,
  getSignupPhone,
  managedActivities,
  managedActivity,
  publishActivity,
  type RosterPart,
} from '@tmt/shared/activities/staff-contract.ts'
import { call } from '../platform/call.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'
import { publicOnes } from './detail-requests.ts'

const staffOnes = [keyOf(managedActivities), keyOf(managedActivity)]

/** Everything of one community, drafts too; for its staff. */
export function useManagedActivities(communityId: string | undefined) {
  return usePages(
    managedActivities,
    { communityId: communityId ?? '' },
    { enabled: communityId !== undefined },
  )
}

export function useManagedActivity(id: string | undefined) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(managedActivity, { id: id ?? '' }, { enabled: signedIn && id !== undefined && id !== '' })
}

/** Who signed up. Every reading leaves a line in the audit log, so it is asked only when somebody wants to see it. */
export function useRoster(id: string, enabled: boolean, part: RosterPart = 'coming') {
  return usePages(getRoster, { id, part }, { enabled })
}

/** Lets somebody in whose sign-up has to be looked at first. */
export function useAdmit(id: string) {
  return useCommand(admitSignup, { changes: [...publicOnes, ...staffOnes, keyOf(getRoster, { id })] })
}

/** A number from the roster. No query, which would be asked again by itself: it is read at each press, and kept nowhere. */
export function useSignupPhone(id: string, signupId: string) {
  return useMutation({
    mutationKey: [getSignupPhone.name],
    mutationFn: () => call(getSignupPhone, { id, signupId }),
    gcTime: 0,
  })
}

type WhenChanged = (activity: ActivityDetail) => void

function useChanged(onDone?: WhenChanged) {
  const client = useQueryClient()
  return (activity: ActivityDetail) => {
    client.setQueryData(keyOf(managedActivity, { id: activity.id }), activity)
    onDone?.(activity)
  }
}

const changedByStaff = [...publicOnes, ...staffOnes]

export function useCreateActivity(onDone?: WhenChanged) {
  return useCommand(createActivity, { changes: changedByStaff, onDone: useChanged(onDone) })
}

export function useEditActivity(onDone?: WhenChanged) {
  return useCommand(editActivity, { changes: changedByStaff, onDone: useChanged(onDone) })
}

export function usePublishActivity(onDone?: WhenChanged) {
  return useCommand(publishActivity, { changes: changedByStaff, onDone: useChanged(onDone) })
}

export function useCancelActivity(onDone?: WhenChanged) {
  return useCommand(cancelActivity, { changes: changedByStaff, onDone: useChanged(onDone) })
}

export function useDiscardDraft(onDone?: () => void) {
  const client = useQueryClient()
  return useCommand(discardDraft, {
    changes: [keyOf(managedActivities)],
    onDone: (_, { id }) => {
      client.removeQueries({ queryKey: keyOf(managedActivity, { id }) })
      onDone?.()
    },
  })
}
