import {
  endAtCounter,
  findHelped,
  helpedPerson,
  undoAtCounter,
} from '@tmt/shared/helping/counter-contract.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'

export function useFindHelped(onFound: (personId: string) => void) {
  return useCommand(findHelped, { onDone: ({ personId }) => onFound(personId) })
}
export function useHelpedPerson(communityId: string, id: string) {
  return useAsk(helpedPerson, { communityId, id })
}
export function useEndAtCounter(onDone: () => void) {
  return useCommand(endAtCounter, { changes: [keyOf(helpedPerson)], onDone })
}
/** What is undone shows where it was done, too. */
export function useUndoAtCounter(onDone: () => void) {
  return useCommand(undoAtCounter, { changes: [keyOf(helpedPerson), ['public']], onDone })
}
