import { useCallback, useEffect, useRef, useState } from 'react'
import { DAY } from '@tmt/shared/time.ts'
import { ownerHere } from './owner.ts'
import { onLeave } from './session.ts'
import { recall, remember } from './storage.ts'

const KEY = 'drafts'
const KEEP = 30 * DAY
const PAUSE = 300
type Drafts = Record<string, { at: number; value: unknown }>

function drafts(): Drafts {
  return recall<Drafts>(KEY) ?? {}
}
function write(key: string, value: unknown) {
  const now = Date.now()
  const kept = Object.entries(drafts()).filter(([name, draft]) => name !== key && now - draft.at < KEEP)
  if (value !== undefined) kept.push([key, { at: now, value }])
  remember(KEY, Object.fromEntries(kept))
}

/** Forgets what this person wrote and did not send; for leaving a device that others use too. */
export function discardDrafts(owner: string) {
  const prefix = `${owner}:`
  remember(KEY, Object.fromEntries(Object.entries(drafts()).filter(([name]) => !name.startsWith(prefix))))
}

/**
 * What a person is writing. It outlives the page, the app and a lost session; `discard` when it was sent.
 * `initial` is read once; fields that the kept draft lacks come from it.
 */
export function useDraft<T extends object>(key: string, initial: T) {
  const [name] = useState(() => `${ownerHere()}:${key}`)
  const [kept, setKept] = useState(() => drafts()[name])
  const [value, setValue] = useState<T>(() => (kept ? { ...initial, ...(kept.value as T) } : initial))
  const latest = useRef<T | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    if (latest.current) write(name, latest.current)
    latest.current = null
  }, [name])

  const change = useCallback(
    (patch: Partial<T>) => {
      setValue((before) => {
        latest.current = { ...before, ...patch }
        return latest.current
      })
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE)
    },
    [flush],
  )
  const discard = useCallback(
    (next: T = initial) => {
      clearTimeout(timer.current)
      latest.current = null
      write(name, undefined)
      setKept(undefined)
      setValue(next)
    },
    [name, initial],
  )
  // Written at once before the person is forgotten, and when the page goes.
  useEffect(() => {
    const stop = onLeave(flush)
    // A browser that goes to another address unmounts nothing.
    const isH5 = process.env.TARO_ENV === 'h5'
    if (isH5) window.addEventListener('pagehide', flush)
    return () => {
      if (isH5) window.removeEventListener('pagehide', flush)
      stop()
      flush()
    }
  }, [flush])
  return { value, change, discard, restored: kept !== undefined }
}
