import {
  finishVerification,
  listReveals,
  myIdentity,
  myReveals,
  recordAtCounter,
  type Recorded,
  recordedIdentities,
  revealField,
  reviewReveal,
  startVerification,
} from '@tmt/shared/identity/contract.ts'
import { getMe } from '@tmt/shared/people/contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

export function useMyIdentity() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(myIdentity, {}, { enabled: signedIn })
}
export function useStartVerification() {
  return useCommand(startVerification, { changes: [keyOf(myIdentity)] })
}
export function useFinishVerification(onDone: () => void) {
  return useCommand(finishVerification, { changes: [keyOf(myIdentity), keyOf(getMe)], onDone })
}

export function useRecorded(communityId: string, open: boolean) {
  return usePages(recordedIdentities, { communityId }, { enabled: open })
}
export function useRecord(onDone: (made: Recorded) => void) {
  return useCommand(recordAtCounter, { changes: [keyOf(recordedIdentities)], onDone })
}
export function useReveal() {
  return useCommand(revealField, { changes: [keyOf(myReveals)] })
}
export function useMyReveals() {
  return usePages(myReveals, {})
}

export type ReviewState = 'waiting' | 'done'
export function useReveals(state: ReviewState, enabled: boolean) {
  return usePages(listReveals, { state }, { enabled })
}
export function useReview(onDone: () => void) {
  return useCommand(reviewReveal, { changes: [keyOf(listReveals)], onDone })
}
