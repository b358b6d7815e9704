import { addRelative, declareRelatives, myRelatives, removeRelative } from '@tmt/shared/people/relatives.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'

const changes = [keyOf(myRelatives)]
export function useRelatives() {
  return useAsk(myRelatives, {})
}
export function useAddRelative(onDone: () => void) {
  return useCommand(addRelative, { changes, onDone })
}
export function useRemoveRelative() {
  return useCommand(removeRelative, { changes })
}
export function useDeclareRelatives() {
  return useCommand(declareRelatives, { changes })
}
