import { myAfter, myStanding, rate } from '@tmt/shared/activities/after-contract.ts'
import { checkInByCode, checkInHere, myCheckin } from '@tmt/shared/activities/checkin-contract.ts'
import { listPictures } from '@tmt/shared/activities/after-contract.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

function useSignedIn() {
  return useSession((s) => s.token !== null)
}
export function useMyCheckin(id: string) {
  return useAsk(myCheckin, { id }, { enabled: useSignedIn() && id !== '' })
}
const changed = [keyOf(myCheckin), keyOf(myAfter)]
export const useCheckInByCode = () => useCommand(checkInByCode, { changes: changed })
export const useCheckInHere = () => useCommand(checkInHere, { changes: changed })
export function useMyAfter(id: string, enabled: boolean) {
  return useAsk(myAfter, { id }, { enabled: useSignedIn() && enabled })
}
export const useRate = () => useCommand(rate, { changes: [keyOf(myAfter)] })
export function useMyStanding() {
  return useAsk(myStanding, {}, { enabled: useSignedIn() })
}
export function usePictures(id: string, enabled: boolean) {
  return useAsk(listPictures, { id }, { enabled })
}
