import { useQueryClient } from '@tanstack/react-query'
import {
  cancelSignup,
  mySignup,
  mySignups,
  signUp,
  type Signup,
} from '@tmt/shared/activities/signup-contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'
import { publicOnes } from './requests.ts'

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
