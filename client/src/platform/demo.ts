import { create } from 'zustand'
import { recall, remember } from './storage.ts'

const KEY = 'demo'
const useTold = create<{ on: boolean }>(() => ({ on: recall<boolean>(KEY) ?? false }))

/** Whether the whole city shown is made up. Remembered, so that the band does not push a page down when told again. */
export function useDemo() {
  return useTold((s) => s.on)
}

/** As the server's settings say. */
export function tellDemo(on: boolean) {
  if (useTold.getState().on === on) return
  useTold.setState({ on })
  remember(KEY, on)
}
