import { listSessions, revokeSession, signOut } from '@tmt/shared/people/account-contract.ts'
import { discardDrafts } from '../platform/drafts.ts'
import { forgetIntentions } from '../platform/intentions.ts'
import { ownerHere } from '../platform/owner.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { endSession, useSession } from '../platform/session.ts'

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
