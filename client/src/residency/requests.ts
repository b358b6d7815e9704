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
import {
  type Claim,
  countClaims,
  decideClaim,
  getClaim,
  getDoorCode,
  listClaims,
  openDoorCode,
  revokeClaim,
} from '@tmt/shared/residency/staff-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { call } from '../platform/call.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

/** 小区, grids, buildings and groups in use. */
export function usePlaces(communityId: string | undefined) {
  return useAsk(listPlaces, { communityId: communityId ?? '' }, { enabled: communityId !== undefined })
}
export function useMyResidencies() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(myResidencies, {}, { enabled: signedIn })
}
const LOOK_AGAIN = 3_000
/** One of mine; while a worker looks at it, asked after again and again. */
export function useMyResidency(id: string) {
  const signedIn = useSession((s) => s.token !== null)
  const query = useQuery({
    queryKey: keyOf(myResidencies, {}),
    queryFn: ({ signal }) => call(myResidencies, {}, { signal }),
    enabled: signedIn,
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.id === id && one.atDoor) ? LOOK_AGAIN : false,
  })
  return query
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

export type Listed = 'pending' | 'needMore' | 'verified' | 'rejected'
/** Each reading leaves a line in the audit log: asked when the page opens, and when somebody asks again. */
export function useClaims(communityId: string, status: Listed) {
  return usePages(listClaims, { communityId, status })
}
export function useClaimed(id: string) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(getClaim, { id }, { enabled: signedIn && id !== '' })
}
/** Numbers alone, for what is due. */
export function useWaiting(communityId: string | undefined) {
  return useAsk(countClaims, { communityId: communityId ?? '' }, { enabled: communityId !== undefined })
}
const queues = [keyOf(listClaims), keyOf(getClaim), keyOf(countClaims)]
export function useDecide(onDone: (claim: Claim) => void) {
  return useCommand(decideClaim, { changes: queues, onDone })
}
export function useRevoke(onDone: Done) {
  return useCommand(revokeClaim, { changes: queues, onDone })
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
