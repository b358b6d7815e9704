import { useSession } from './session.ts'

/** Whose something on this device is: the next person at it neither sees nor sends it. */
export function ownerHere() {
  return useSession.getState().me?.id ?? 'guest'
}
