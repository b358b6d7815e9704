import { listMine, listOpen } from '@tmt/shared/home/contract.ts'
import { useAsk } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

/** What one may take part in, in a community; the same for everybody. */
export function useOpen(communityId: string | undefined) {
  return useAsk(listOpen, { communityId: communityId ?? '' }, { enabled: communityId !== undefined })
}
/** How my own things stand; asked only when somebody is signed in. */
export function useMine() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(listMine, {}, { enabled: signedIn })
}
