import { getToday } from '@tmt/shared/calendar/contract.ts'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import {
  confirmOrganization,
  createOrganization,
  editOrganization,
  listOrganizations,
  managedOrganizations,
  moveOrganization,
  removeOrganization,
  reportOrganization,
} from '@tmt/shared/organizations/contract.ts'
import { keyOf, useAsk, useCommand } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

/** A unit with its counter's telephone. */
export function useOffice(code: string | undefined) {
  return useAsk(getDivision, { code: code ?? '' }, { enabled: code !== undefined })
}
/** Whether counters are likely to answer today. */
export function useToday() {
  return useAsk(getToday, {})
}
/** The cards of one community, in the order that its staff gave. */
export function useOrganizations(communityId: string) {
  return useAsk(listOrganizations, { communityId })
}
/** The same for its staff, with how many people said that nobody answers. */
export function useManagedOrganizations(communityId: string) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(managedOrganizations, { communityId }, { enabled: signedIn && communityId !== '' })
}
export function useReport(onDone?: () => void) {
  return useCommand(reportOrganization, { onDone: () => onDone?.() })
}

const changes = [keyOf(listOrganizations), keyOf(managedOrganizations)]
type WhenDone = () => void
export function useCreate(onDone: WhenDone) {
  return useCommand(createOrganization, { changes, onDone })
}
export function useEdit(onDone: WhenDone) {
  return useCommand(editOrganization, { changes, onDone })
}
export function useConfirm(onDone: WhenDone) {
  return useCommand(confirmOrganization, { changes, onDone })
}
export function useMove() {
  return useCommand(moveOrganization, { changes })
}
export function useRemove(onDone: WhenDone) {
  return useCommand(removeOrganization, { changes, onDone })
}
