import { myResidencies } from '@tmt/shared/residency/contract.ts'
import { useAsk } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

export function useMyResidencies() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(myResidencies, {}, { enabled: signedIn })
}
