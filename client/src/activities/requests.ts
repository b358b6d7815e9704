import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  cancelActivity,
  cancelSignup,
  createActivity,
  discardDraft,
  editActivity,
  getActivity,
  getRoster,
  getSignupPhone,
  listActivities,
  managedActivities,
  managedActivity,
  mySignup,
  mySignups,
  publishActivity,
  signUp,
  type ActivityDetail,
  type Category,
  type Signup,
} from '@tmt/shared/activities/contract.ts'
import { call } from '../platform/call.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

export type ListFilter = { division: string; category?: Category | undefined; when: 'upcoming' | 'past' }

const publicOnes = [keyOf(listActivities), keyOf(getActivity)]
const staffOnes = [keyOf(managedActivities), keyOf(managedActivity)]

/** Activities of a community or a town, in pages; the old list stays while a filter changes. */
export function useActivities(filter: ListFilter, enabled = true) {
  return usePages(listActivities, filter, { enabled, hold: true })
}
export function useActivity(id: string) {
  return useAsk(getActivity, { id }, { enabled: id !== '' })
}
/** Whether I signed up; asked only when somebody is signed in. */
export function useMySignup(id: string) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(mySignup, { id }, { enabled: signedIn && id !== '' })
}
export function useMySignups() {
  const signedIn = useSession((s) => s.token !== null)
  return usePages(mySignups, {}, { enabled: signedIn })
}

function useSignupKept() {
  const client = useQueryClient()
  return (signup: Signup) => client.setQueryData(keyOf(mySignup, { id: signup.activityId }), { signup })
}
const changedBySignup = [...publicOnes, keyOf(mySignup), keyOf(mySignups)]
export function useSignUp(onDone?: (signup: Signup) => void) {
  const keep = useSignupKept()
  return useCommand(signUp, {
    changes: changedBySignup,
    onDone: (signup) => {
      keep(signup)
      onDone?.(signup)
    },
  })
}
export function useCancelSignup(onDone?: (signup: Signup) => void) {
  const keep = useSignupKept()
  return useCommand(cancelSignup, {
    changes: changedBySignup,
    onDone: (signup) => {
      keep(signup)
      onDone?.(signup)
    },
  })
}

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
export function useRoster(id: string, enabled: boolean) {
  return usePages(getRoster, { id }, { enabled })
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
