import { getMe } from '@tmt/shared/people/contract.ts'
import { useEffect } from 'react'
import { useAsk } from '../platform/queries.ts'
import { updateMe, useSession } from '../platform/session.ts'

/** Keeps name, community and roles as the server has them; a role may have ended since the last visit. */
export function useFreshMe() {
  const token = useSession((s) => s.token)
  const { data } = useAsk(getMe, {}, { enabled: token !== null })
  useEffect(() => {
    if (data) updateMe(data)
  }, [data])
}
