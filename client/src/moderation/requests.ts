import {
  appealHiding,
  decideAppeal,
  hideContent,
  keepContent,
  moderationQueue,
  myModeration,
  reportContent,
} from '@tmt/shared/moderation/contract.ts'
import { keyOf, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

export type List = 'waiting' | 'hidden'

/** What waits for a person in one community, or what is hidden there; for its staff. */
export function useQueue(communityId: string | undefined, list: List = 'waiting') {
  return usePages(
    moderationQueue,
    { communityId: communityId ?? '', list },
    { enabled: communityId !== undefined, hold: true },
  )
}
export function useMyModeration() {
  const signedIn = useSession((s) => s.token !== null)
  return usePages(myModeration, {}, { enabled: signedIn })
}

/** A decision changes what may be seen anywhere: whatever was read is asked for again. */
const everything = [['public'], ['staff'], ['me']]
export function useKeep(onDone: () => void) {
  return useCommand(keepContent, { changes: everything, onDone })
}
export function useHide(onDone: () => void) {
  return useCommand(hideContent, { changes: everything, onDone })
}
export function useDecideAppeal(onDone: () => void) {
  return useCommand(decideAppeal, { changes: everything, onDone })
}
export function useReport() {
  return useCommand(reportContent)
}
export function useAppeal(onDone: () => void) {
  return useCommand(appealHiding, { changes: [keyOf(myModeration)], onDone })
}
