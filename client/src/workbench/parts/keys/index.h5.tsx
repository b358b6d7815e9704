import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { ListKeys } from './types.ts'

export const hasKeys = true

const buttonsOf = (list: string) => [...(document.getElementById(list)?.querySelectorAll('button') ?? [])]
const writing = (target: EventTarget | null) =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** j and k go down and up the list, Enter opens (it is a button), Escape comes back from beside it, ? tells of this. */
export function useListKeys({ list, beside, onHelp }: ListKeys) {
  // A page below another one stays in the document, and hears the keys that are not meant for it.
  const shown = useRef(true)
  const last = useRef(0)
  useDidShow(() => void (shown.current = true))
  useDidHide(() => void (shown.current = false))
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const busy = document.querySelector('[role="dialog"]') !== null || writing(event.target)
      if (!shown.current || busy || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === '?') return onHelp()
      const buttons = buttonsOf(list)
      const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
      if (event.key === 'Escape' && document.getElementById(beside)?.contains(document.activeElement))
        return buttons[last.current]?.focus()
      if (event.key !== 'j' && event.key !== 'k') return
      event.preventDefault()
      const next = at < 0 ? last.current : at + (event.key === 'j' ? 1 : -1)
      last.current = Math.max(0, Math.min(next, buttons.length - 1))
      buttons[last.current]?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [list, beside, onHelp])
}
/** Into the region beside the list: the next Tab is its first button. */
export function enter(region: string) {
  requestAnimationFrame(() => {
    const element = document.getElementById(region)
    element?.setAttribute('tabindex', '-1')
    element?.focus()
  })
}
