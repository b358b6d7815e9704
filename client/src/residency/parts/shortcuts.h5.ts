import { useEffect, useRef } from 'react'

/** Where a key already means something: letters are written, Enter presses. */
const writing = 'textarea, select, input:not([type="radio"]):not([type="checkbox"]), [contenteditable]'
const pressing = 'button, a, [role="button"], summary'

/** Keys for work without a mouse: not while something is written, nor under a dialog, nor with Ctrl and the like. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>, on = true) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  }, [keys])
  useEffect(() => {
    if (!on) return
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
      const at = event.target instanceof Element ? event.target : null
      if (at?.closest(writing) || document.querySelector('dialog[open]')) return
      if (event.key === 'Enter' && at?.closest(pressing)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
}
