import { useEffect, useRef } from 'react'

export type Shortcuts = Readonly<Record<string, () => void>>
export const hasShortcuts = true

/** Where a key means a letter, or presses what has the focus. */
function isTaken(event: KeyboardEvent) {
  const at = event.target instanceof HTMLElement ? event.target : null
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  if (at?.closest('[role="dialog"], textarea, select, input:not([type="radio"])')) return true
  return event.key === 'Enter' && at?.closest('button, a') !== null && at !== null
}
/** Single keys of a page that is worked without a mouse. */
export function useShortcuts(keys: Shortcuts) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = isTaken(event) ? undefined : latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
