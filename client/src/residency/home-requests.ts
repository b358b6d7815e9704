import { useQuery } from '@tanstack/react-query'
import { listPlaces } from '@tmt/shared/divisions/place-contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import {
  changeResidency,
  choosePrimary,
  claimResidency,
  confirmResidency,
  discardResidency,
  moveOut,
  myResidencies,
  presentResidency,
  withdrawResidency,
} from '@tmt/shared/residency/contract.ts'
import { call } from '../platform/call.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

/** 小区, grids, buildings and groups in use. */
export function usePlaces(communityId: string) {
  return useAsk(listPlaces, { communityId })
}
export function useMyResidencies() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(myResidencies, {}, { enabled: signedIn })
}
const LOOK_AGAIN = 3_000
/** One of mine; while a worker looks at it, asked after again and again. */
export function useMyResidency(id: string) {
  const signedIn = useSession((s) => s.token !== null)
  return useQuery({
    queryKey: keyOf(myResidencies, {}),
    queryFn: ({ signal }) => call(myResidencies, {}, { signal }),
    enabled: signedIn,
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.id === id && one.atDoor) ? LOOK_AGAIN : false,
  })
}
/** My roles follow from my residencies. */
const mine = [keyOf(myResidencies), keyOf(getMe)]
type Done = () => void
export function useClaim(onDone: (id: string) => void) {
  return useCommand(claimResidency, { changes: mine, onDone: ({ id }) => onDone(id) })
}
export function useChange(onDone: (id: string) => void) {
  return useCommand(changeResidency, { changes: mine, onDone: ({ id }) => onDone(id) })
}
export function usePresent() {
  return useCommand(presentResidency, { changes: mine })
}
export function useWithdraw(onDone: Done) {
  return useCommand(withdrawResidency, { changes: mine, onDone })
}
export function useDiscard(onDone: Done) {
  return useCommand(discardResidency, { changes: mine, onDone })
}
export function useConfirm(onDone: Done) {
  return useCommand(confirmResidency, { changes: mine, onDone })
}
export function useMoveOut(onDone: Done) {
  return useCommand(moveOut, { changes: mine, onDone })
}
export function useChoosePrimary(onDone: Done) {
  return useCommand(choosePrimary, { changes: mine, onDone })
}
