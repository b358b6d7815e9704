import { useQueryClient } from '@tanstack/react-query'
import {
  correctNotice,
  countRead,
  createNotice,
  discardNotice,
  editNotice,
  getNotice,
  type Kind,
  listNotices,
  type ManagedNotice,
  managedNotice,
  managedNotices,
  publishNotice,
  withdrawNotice,
} from '@tmt/shared/notices/contract.ts'
import { useEffect } from 'react'
import { call } from '../platform/call.ts'
import { newKey } from '../platform/keys.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSession } from '../platform/session.ts'
import { recall, remember } from '../platform/storage.ts'

export type NoticeFilter = { division: string; kind?: Kind | undefined; when: 'current' | 'past' }

/** Notices for a unit and from those above it, in pages; the old list stays while a filter changes. */
export function useNotices(filter: NoticeFilter) {
  return usePages(listNotices, filter, { hold: true })
}
/** What stands now, urgent ones first, for 首页. */
export function useCurrentNotices(division: string | undefined) {
  return useAsk(listNotices, { division: division ?? '' }, { enabled: division !== undefined })
}
export function useNotice(id: string) {
  return useAsk(getNotice, { id }, { enabled: id !== '' })
}

const DEVICE = 'reader'
/** Made for counting readers alone: it tells nobody who that is. */
function deviceOfReader() {
  const known = recall<string>(DEVICE)
  if (known !== null) return known
  const made = newKey()
  remember(DEVICE, made)
  return made
}
/** Tells that a notice was read. Whether that arrives matters to nobody who reads. */
export function useReading(id: string | undefined) {
  useEffect(() => {
    if (id !== undefined) call(countRead, { id, device: deviceOfReader() }).catch(() => undefined)
  }, [id])
}

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
