import type { Division } from '@tmt/shared/divisions/contract.ts'
import { create } from 'zustand'
import { useSession } from './session.ts'
import { recall, remember } from './storage.ts'

const KEY = 'community'
const useDevice = create<{ community: Division | null }>(() => ({ community: recall<Division>(KEY) }))

/** The community that this person looks at: the account's, or the one picked on this device; null before any choice. */
export function useCommunity(): Division | null {
  const mine = useSession((s) => s.me?.community ?? null)
  const picked = useDevice((s) => s.community)
  return mine ?? picked
}

export function communityOnDevice() {
  return useDevice.getState().community
}

export function keepCommunity(community: Division) {
  useDevice.setState({ community })
  remember(KEY, community)
}
