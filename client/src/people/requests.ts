import {
  chooseCommunity,
  getMe,
  listPersonas,
  listSessions,
  requestCode,
  revokeSession,
  signInAsPersona,
  signInByCode,
  signInByWechat,
  signOut,
  type Me,
} from '@tmt/shared/people/contract.ts'
import { addRelative, declareRelatives, myRelatives, removeRelative } from '@tmt/shared/people/relatives.ts'
import { useEffect } from 'react'
import { call } from '../platform/call.ts'
import { communityOnDevice } from '../platform/community.ts'
import { discardDrafts } from '../platform/drafts.ts'
import { forgetIntentions } from '../platform/intentions.ts'
import { useKeepMe } from '../platform/me.ts'
import { ownerHere } from '../platform/owner.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { endSession, startSession, updateMe, useSession } from '../platform/session.ts'

/** Keeps name, community and roles as the server has them; a role may have ended since the last visit. */
export function useFreshMe() {
  const token = useSession((s) => s.token)
  const { data } = useAsk(getMe, {}, { enabled: token !== null })
  useEffect(() => {
    if (data) updateMe(data)
  }, [data])
}

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

export function useDevices() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(listSessions, {}, { enabled: signedIn })
}
export function useRevokeDevice(onDone: () => void) {
  return useCommand(revokeSession, { changes: [keyOf(listSessions)], onDone })
}
/** Leaves on this device whether or not the server could be told; it forgets the session by itself in the end. */
export function useSignOut(onDone: () => void) {
  const command = useCommand(signOut)
  const leave = () => {
    // Asked now: the token may prove to have expired, and then nobody is here any more.
    const owner = ownerHere()
    const onSettled = () => {
      endSession()
      discardDrafts(owner)
      forgetIntentions(owner)
      onDone()
    }
    command.mutate({}, { onSettled })
  }
  return { busy: command.isPending, leave }
}

export function useRelatives() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(myRelatives, {}, { enabled: signedIn })
}
const relatives = [keyOf(myRelatives)]
export function useAddRelative(onDone: () => void) {
  return useCommand(addRelative, { changes: relatives, onDone })
}
export function useRemoveRelative(onDone: () => void) {
  return useCommand(removeRelative, { changes: relatives, onDone })
}
export function useDeclareRelatives() {
  return useCommand(declareRelatives, { changes: relatives })
}
