import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, type RefObject } from 'react'

/** The first page keeps the browser's own start at the top of the document. */
let arrived = false

/**
 * A new page takes the focus to its heading, so that a screen reader reads on there; coming back, the keyboard stands
 * where it was. Taro swaps pages without the browser knowing, and the focus would be lost with the hidden page.
 */
export function useFocusOfPage(head: RefObject<HTMLElement | null>, titled: boolean) {
  const last = useRef<HTMLElement | null>(null)
  const follows = useRef(false)
  const pageOf = () => head.current?.closest('main')?.parentElement
  useEffect(() => {
    follows.current = arrived
    arrived = true
    const page = pageOf()
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = target
    }
    page?.addEventListener('focusin', onFocus)
    return () => page?.removeEventListener('focusin', onFocus)
    // oxlint-disable-next-line react/exhaustive-deps -- once, for the page's life
  }, [])
  useEffect(() => {
    // A title may come with the answer; by then the person may be at work already.
    if (!titled || !follows.current || pageOf()?.contains(document.activeElement)) return
    head.current?.querySelector('h1')?.focus({ preventScroll: true })
    // oxlint-disable-next-line react/exhaustive-deps -- when the title comes, not when it changes
  }, [titled])
  useDidShow(() => {
    if (document.activeElement === document.body) last.current?.focus({ preventScroll: true })
  })
}
