import { useQueryClient } from '@tanstack/react-query'
import { unreadMessages } from '@tmt/shared/messages/contract.ts'
import {
  getPreferences,
  listMessages,
  readAllMessages,
  readMessage,
  setQuiet,
  setWants,
  type Preferences,
} from '@tmt/shared/messages/inbox-contract.ts'
import { keyOf, useAsk, useCommand, usePages } from '../platform/queries.ts'
import { useSignedIn } from './requests.ts'

export function useMessages() {
  return usePages(listMessages, {}, { enabled: useSignedIn() })
}

function useUnreadKept() {
  const client = useQueryClient()
  return (unread: { unread: number }) => client.setQueryData(keyOf(unreadMessages, {}), unread)
}

export function useReadMessage() {
  return useCommand(readMessage, { changes: [keyOf(listMessages)], onDone: useUnreadKept() })
}

export function useReadAll() {
  return useCommand(readAllMessages, { changes: [keyOf(listMessages)], onDone: useUnreadKept() })
}

export function usePreferences() {
  return useAsk(getPreferences, {}, { enabled: useSignedIn() })
}

function usePreferencesKept() {
  const client = useQueryClient()
  return (preferences: Preferences) => client.setQueryData(keyOf(getPreferences, {}), preferences)
}

export function useSetWants() {
  return useCommand(setWants, { onDone: usePreferencesKept() })
}

export function useSetQuiet() {
  return useCommand(setQuiet, { onDone: usePreferencesKept() })
}
