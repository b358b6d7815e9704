import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import {
  discardProposal,
  editProposal,
  myProposal,
  myProposals,
  proposeActivity,
} from '@tmt/shared/activities/proposal-contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'

const changes = [keyOf(myProposals), keyOf(myProposal)]

/** What an organisation wrote for one community, handed in or not. */
export function useProposals(communityId: string | undefined) {
  return usePages(myProposals, { communityId: communityId ?? '' }, { enabled: communityId !== undefined })
}
export function useProposal(id: string | undefined) {
  return useAsk(myProposal, { id: id ?? '' }, { enabled: id !== undefined && id !== '' })
}
export const usePropose = (onDone: (made: ActivityDetail) => void) =>
  useCommand(proposeActivity, { changes, onDone })
export const useEditProposal = (onDone: (made: ActivityDetail) => void) =>
  useCommand(editProposal, { changes, onDone })
export const useDiscardProposal = (onDone: () => void) =>
  useCommand(discardProposal, { changes: [keyOf(myProposals)], onDone })
