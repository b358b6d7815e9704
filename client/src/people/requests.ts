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
import { useEffect } from 'react'
import { call } from '../platform/call.ts'
import { communityOnDevice } from '../platform/community.ts'
import { discardDrafts } from '../platform/drafts.ts'
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
/** A community picked as a guest becomes the account's, if it has none; a failure costs only that. */
async function adoptCommunity(me: Me) {
  const picked = communityOnDevice()
  if (me.community || !picked) return
  await call(chooseCommunity, { communityId: picked.code }).then(updateMe, () => undefined)
}
function begin({ token, me }: SignedIn) {
  startSession(token, me)
  void adoptCommunity(me)
}

type Then = { onDone: () => void }
export function useRequestCode() {
  return useCommand(requestCode)
}
export function useSignInByCode({ onDone }: Then) {
  return useCommand(signInByCode, { onDone: (signedIn) => (begin(signedIn), onDone()) })
}
export function useSignInByWechat({ onDone }: Then) {
  return useCommand(signInByWechat, { onDone: (signedIn) => (begin(signedIn), onDone()) })
}
/** The made-up people of a demonstration; refused (404) everywhere else. */
export function usePersonas() {
  return useAsk(listPersonas, {})
}
export function useSignInAsPersona({ onDone }: Then) {
  return useCommand(signInAsPersona, { onDone: (signedIn) => (begin(signedIn), onDone()) })
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
  return {
    busy: command.isPending,
    leave: () =>
      command.mutate(
        {},
        {
          onSettled: () => {
            discardDrafts()
            endSession()
            onDone()
          },
        },
      ),
  }
}
