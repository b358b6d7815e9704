import { useQueryClient } from '@tanstack/react-query'
import { getMe, setName, type Me } from '@tmt/shared/people/contract.ts'
import { keyOf, useCommand } from './queries.ts'
import { updateMe, useSession } from './session.ts'

/** Keeps what a change of the account answered. An answer asked for before is let go: it would put the old one back. */
export function useKeepMe() {
  const client = useQueryClient()
  return (me: Me) => {
    // Left meanwhile: the next person is somebody else.
    if (useSession.getState().me?.id !== me.id) return
    updateMe(me)
    const queryKey = keyOf(getMe, {})
    void client.cancelQueries({ queryKey }).then(() => client.setQueryData(queryKey, me))
  }
}

/** What the community calls this person: asked for at the first sign-up, and changed in 设置. */
export function useSetName(onDone: () => void) {
  const keep = useKeepMe()
  return useCommand(setName, { onDone: (me) => (keep(me), onDone()) })
}
