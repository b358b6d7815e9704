import {
  beginHelp,
  endHelp,
  type Help,
  helpedActs,
  myHelps,
  recordHelp,
  sendHelpCode,
  undoByCode,
  undoHelpedAct,
} from '@tmt/shared/helping/contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

export function useHelps() {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(myHelps, {}, { enabled: signedIn })
}
export function useSendHelpCode() {
  return useCommand(sendHelpCode)
}
export function useBeginHelp(onDone: (help: Help) => void) {
  return useCommand(beginHelp, { changes: [keyOf(myHelps)], onDone })
}
export function useEndHelp(onDone: (id: string) => void) {
  return useCommand(endHelp, { changes: [keyOf(myHelps)], onDone: (_, { id }) => onDone(id) })
}
export function useRecordHelp() {
  return useCommand(recordHelp)
}
export function useHelpedActs() {
  const signedIn = useSession((s) => s.token !== null)
  return usePages(helpedActs, {}, { enabled: signedIn })
}
/** What is undone shows where it was done, too. */
export function useUndo(onDone: () => void) {
  return useCommand(undoHelpedAct, {
    changes: [['me'], ['public']],
    onDone,
  })
}
export function useUndoByCode() {
  return useCommand(undoByCode, { changes: [['me'], ['public']] })
}
