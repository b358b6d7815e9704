import { useQueryClient } from '@tanstack/react-query'
import { addChild } from '@tmt/shared/activities/children-contract.ts'
import {
  answerOffer,
  cancelSignup,
  listCandidates,
  mySignup,
  mySignups,
  signUp,
  type Signup,
  withdrawSignup,
} from '@tmt/shared/activities/signup-contract.ts'
import type { Output } from '@tmt/shared/contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'
import { publicOnes } from './detail-requests.ts'

/** Whether I signed up, and whom; asked only when somebody is signed in. */
export function useMySignup(id: string) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(mySignup, { id }, { enabled: signedIn && id !== '' })
}

export function useMySignups() {
  const signedIn = useSession((s) => s.token !== null)
  return usePages(mySignups, {}, { enabled: signedIn })
}

/** Whom I may sign up; asked when somebody opens the list of them. */
export function useCandidates(id: string) {
  return useAsk(listCandidates, { id })
}

type Mine = Output<typeof mySignup>
/** What is known of my sign-ups, with this one as it is now. */
function withOne(before: Mine | undefined, signup: Signup): Mine {
  const { signup: own = null, others = [] } = before ?? {}
  if (signup.who.kind === 'self') return { signup, others }
  return { signup: own, others: [...others.filter(({ id }) => id !== signup.id), signup] }
}
function useSignupKept(onDone?: (signup: Signup) => void) {
  const client = useQueryClient()
  return (signup: Signup) => {
    client.setQueryData<Mine>(keyOf(mySignup, { id: signup.activityId }), (before) => withOne(before, signup))
    onDone?.(signup)
  }
}

const changes = [...publicOnes, keyOf(mySignup), keyOf(mySignups), keyOf(listCandidates)]
type Done = (signup: Signup) => void

export function useSignUp(onDone?: Done) {
  return useCommand(signUp, { changes, onDone: useSignupKept(onDone) })
}
export function useCancelSignup(onDone?: Done) {
  return useCommand(cancelSignup, { changes, onDone: useSignupKept(onDone) })
}
export function useWithdrawSignup(onDone?: Done) {
  return useCommand(withdrawSignup, { changes, onDone: useSignupKept(onDone) })
}
export function useAnswerOffer(onDone?: Done) {
  return useCommand(answerOffer, { changes, onDone: useSignupKept(onDone) })
}
export function useAddChild(onDone?: () => void) {
  return useCommand(addChild, { changes: [keyOf(listCandidates)], onDone: () => onDone?.() })
}
