import { create } from 'zustand'
import { fontSize } from './font-size'
import { recall, remember } from './storage.ts'

const KEY = 'elder'
/** WeChat's standard size is 17, its care mode about 24; browsers start at 16. */
const LARGE = 20

type Elder = {
  on: boolean
  /** The person chose it here; else the phone's own font size decides. */ chosen: boolean
}

function initial(): Elder {
  const kept = recall<boolean>(KEY)
  return kept === null ? { on: fontSize() >= LARGE, chosen: false } : { on: kept, chosen: true }
}
const useElderMode = create<Elder>(initial)

/** Whether 长辈版 is on: larger type, larger targets, fewer things. */
export function useElder() {
  return useElderMode((s) => s.on)
}

export function setElder(on: boolean) {
  useElderMode.setState({ on, chosen: true })
  remember(KEY, on)
}

/** The phone's font setting may have been changed while we were away. */
export function followFontSize() {
  if (!useElderMode.getState().chosen) useElderMode.setState({ on: fontSize() >= LARGE })
}
