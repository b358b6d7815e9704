import { create } from 'zustand'
import { onLeave, useSession } from './session.ts'
import { forget, recall, remember } from './storage.ts'

const KEY = 'helping'
/** Whom this person acts for on this device: by which help, and what they are called. */
export type Helping = { help: string; name: string }
type Kept = Helping & { owner: string }

function restored(): Helping | null {
  const kept = recall<Kept>(KEY)
  return kept && kept.owner === useSession.getState().me?.id ? { help: kept.help, name: kept.name } : null
}
const useActing = create<{ acting: Helping | null }>(() => ({ acting: restored() }))

/** Whom I act for; null in my own name. */
export function useHelping() {
  return useActing((s) => s.acting)
}
export function helpingHere() {
  return useActing.getState().acting
}
/** From now on what can be done for others is done for this one. */
export function startHelping(acting: Helping) {
  const owner = useSession.getState().me?.id
  if (owner === undefined) return
  useActing.setState({ acting })
  remember(KEY, { ...acting, owner } satisfies Kept)
}
/** Back to my own name. The relation stays. */
export function stopHelping() {
  useActing.setState({ acting: null })
  forget(KEY)
}
/** Tells whenever it is somebody else. */
export function onHelping(listener: () => void) {
  return useActing.subscribe(listener)
}
onLeave(stopHelping)
