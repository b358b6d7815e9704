import { useQueryClient } from '@tanstack/react-query'
import { getNotice, listNotices } from '@tmt/shared/notices/contract.ts'
import {
  correctNotice,
  createNotice,
  discardNotice,
  editNotice,
  type ManagedNotice,
  managedNotice,
  managedNotices,
  publishNotice,
  withdrawNotice,
} from '@tmt/shared/notices/staff-contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'

/** Everything that a unit has written, drafts too; for its staff. */
export function useManagedNotices(division: string | undefined) {
  return usePages(managedNotices, { division: division ?? '' }, { enabled: division !== undefined })
}

export function useManagedNotice(id: string | undefined) {
  const signedIn = useSession((s) => s.token !== null)
  return useAsk(managedNotice, { id: id ?? '' }, { enabled: signedIn && id !== undefined && id !== '' })
}

const changed = [keyOf(listNotices), keyOf(getNotice), keyOf(managedNotices), keyOf(managedNotice)]

type WhenChanged = (notice: ManagedNotice) => void

function useChanging(onDone?: WhenChanged) {
  const client = useQueryClient()
  const done = (notice: ManagedNotice) => {
    client.setQueryData(keyOf(managedNotice, { id: notice.id }), notice)
    onDone?.(notice)
  }
  return { changes: changed, onDone: done }
}

export const useCreateNotice = (onDone?: WhenChanged) => useCommand(createNotice, useChanging(onDone))

export const useEditNotice = (onDone?: WhenChanged) => useCommand(editNotice, useChanging(onDone))

export const usePublishNotice = (onDone?: WhenChanged) => useCommand(publishNotice, useChanging(onDone))

export const useCorrectNotice = (onDone?: WhenChanged) => useCommand(correctNotice, useChanging(onDone))

export const useWithdrawNotice = (onDone?: WhenChanged) => useCommand(withdrawNotice, useChanging(onDone))

export function useDiscardNotice(onDone?: () => void) {
  const client = useQueryClient()
  return useCommand(discardNotice, {
    changes: [keyOf(managedNotices)],
    onDone: (_, { id }) => {
      client.removeQueries({ queryKey: keyOf(managedNotice, { id }) })
      onDone?.()
    },
  })
}
