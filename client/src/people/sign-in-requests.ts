import { chooseCommunity, type Me } from '@tmt/shared/people/contract.ts'
import {
  listPersonas,
  requestCode,
  signInAsPersona,
  signInByCode,
  signInByWechat,
} from '@tmt/shared/people/sign-in-contract.ts'
import { call } from '../platform/call.ts'
import { communityOnDevice } from '../platform/community.ts'
import { useKeepMe } from '../platform/me.ts'
import { useAsk, useCommand } from '../platform/queries.ts'
import { startSession } from '../platform/session.ts'

type SignedIn = { token: string; me: Me }

type Then = { onDone: () => void }

/** A community picked as a guest becomes the account's, if it has none; a failure costs only that. */
function useBegin({ onDone }: Then) {
  const keepMe = useKeepMe()
  return ({ token, me }: SignedIn) => {
    startSession(token, me)
    const picked = communityOnDevice()
    if (!me.community && picked)
      void call(chooseCommunity, { communityId: picked.code }).then(keepMe, () => undefined)
    onDone()
  }
}

export function useRequestCode() {
  return useCommand(requestCode)
}

export function useSignInByCode(then: Then) {
  return useCommand(signInByCode, { onDone: useBegin(then) })
}

export function useSignInByWechat(then: Then) {
  return useCommand(signInByWechat, { onDone: useBegin(then) })
}

/** The made-up people of a demonstration; refused (404) everywhere else. */
export function usePersonas() {
  return useAsk(listPersonas, {})
}

export function useSignInAsPersona(then: Then) {
  return useCommand(signInAsPersona, { onDone: useBegin(then) })
}
