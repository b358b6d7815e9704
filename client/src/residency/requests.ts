import { myResidencies } from '@tmt/shared/residency/contract.ts'
import { countClaims } from '@tmt/shared/residency/waiting-contract.ts'
import { useAsk } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

// What the tabs ask for, apart from the rest: the main package is small.

export function useMyResidencies() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(myResidencies, {}, { enabled: signedIn })
}
/** Numbers alone, for what is due. */
export function useWaiting(communityId: string) {
  return useAsk(countClaims, { communityId })
}
