import {
  answerProposal,
  listUnitTotals,
  mySeats,
  proposeRepresentative,
  seatOf,
  settleSeat,
  setUnitTotals,
} from '@tmt/shared/residency/seat-contract.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

export function useSeats() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(mySeats, {}, { enabled: signedIn })
}
const mine = [keyOf(mySeats)]
export function usePropose(onDone: () => void) {
  return useCommand(proposeRepresentative, { changes: mine, onDone })
}
export function useAnswer(onDone: (agree: boolean) => void) {
  return useCommand(answerProposal, { changes: mine, onDone: (_seat, { agree }) => onDone(agree) })
}
/** Each reading leaves a line in the audit log. */
export function useSeatOf(id: string) {
  return useAsk(seatOf, { id })
}
export function useSettleSeat(onDone: () => void) {
  return useCommand(settleSeat, { changes: [keyOf(seatOf)], onDone })
}
export function useUnitTotals(communityId: string) {
  return useAsk(listUnitTotals, { communityId })
}
export function useSetUnitTotals(onDone: () => void) {
  return useCommand(setUnitTotals, { changes: [keyOf(listUnitTotals)], onDone })
}
