import { getMe } from '@tmt/shared/people/contract.ts'
import {
  exportMine,
  giveConsent,
  leave,
  listConsents,
  listStored,
  withdrawConsent,
} from '@tmt/shared/privacy/contract.ts'
import { useMutation } from '@tanstack/react-query'
import { call } from '../platform/call.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { saveFile } from '../platform/save-file'
import { useSession } from '../platform/session.ts'

const changes = [keyOf(listConsents), keyOf(getMe), keyOf(listStored)]

export function useConsents() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(listConsents, {}, { enabled: signedIn })
}
export function useGiveConsent(onDone: () => void) {
  return useCommand(giveConsent, { changes, onDone })
}
/** Also what was kept for it alone is gone, so everything that is mine is asked for anew. */
export function useWithdrawConsent(onDone: () => void) {
  return useCommand(withdrawConsent, { changes: [...changes, ['me']], onDone })
}
export function useStored() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(listStored, {}, { enabled: signedIn })
}
/** Asked for at the press, since each export is written down; then a file, or the clipboard. */
export function useExport() {
  return useMutation({
    mutationFn: async (id: string) => {
      const mine = await call(exportMine, { id })
      return saveFile(`泰民通-我的信息-${mine.exportedOn}.json`, JSON.stringify(mine, null, 2))
    },
  })
}
export function useLeave() {
  return useCommand(leave)
}
