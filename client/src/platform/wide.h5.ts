import { useSyncExternalStore } from 'react'

/** From here on lists and details stand side by side (the same number as in ui's stylesheets). */
const wide = window.matchMedia('(min-width: 960px)')
const subscribe = (listener: () => void) => {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

export function useWide() {
  return useSyncExternalStore(subscribe, () => wide.matches)
}
