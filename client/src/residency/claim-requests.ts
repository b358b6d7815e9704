import { useQuery } from '@tanstack/react-query'
import {
  decideClaim,
  getClaim,
  getDoorCode,
  listClaims,
  listOverdue,
  openDoorCode,
  revokeClaim,
} from '@tmt/shared/residency/staff-contract.ts'
import { call } from '../platform/call.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

type Listed = 'pending' | 'needMore' | 'verified' | 'rejected'
/** Each reading leaves a line in the audit log: asked when the page opens, and when somebody asks again. */
export function useClaims(communityId: string, status: Listed) {
  return usePages(listClaims, { communityId, status })
}
export function useClaimed(id: string) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(getClaim, { id }, { enabled: signedIn && id !== '' })
}
/** Numbers alone. */
export function useOverdue(code: string) {
  return useAsk(listOverdue, { code })
}
const queues = [keyOf(listClaims), keyOf(getClaim)]
export function useDecide(onDone?: (id: string) => void) {
  return useCommand(decideClaim, { changes: queues, onDone: ({ id }) => onDone?.(id) })
}
export function useRevoke(onDone?: () => void) {
  return useCommand(revokeClaim, { changes: queues, onDone: () => onDone?.() })
}
export function useOpenDoorCode() {
  return useCommand(openDoorCode)
}
/** Whether somebody has shown their home to the code, asked for as long as it is good. */
export function useShown(id: string | undefined, until: number, now: number) {
  return useQuery({
    queryKey: keyOf(getDoorCode, { id: id ?? '' }),
    queryFn: ({ signal }) => call(getDoorCode, { id: id ?? '' }, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.residencyId || now >= until ? false : 2_000),
  })
}
