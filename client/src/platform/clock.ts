import { useEffect, useState } from 'react'
import { MINUTE } from '@tmt/shared/time.ts'
import { create } from 'zustand'

/** How far the server's clock is ahead of this device's, in milliseconds; 0 as long as they agree to a minute. */
const useAhead = create<{ by: number }>(() => ({ by: 0 }))

/** The present instant, by the server's clock where this device's is wrong: days and deadlines are the server's. */
export function now() {
  return Date.now() + useAhead.getState().by
}

/** What an answer says that it is (its `Date`); within a minute of what is known the network's pauses decide. */
export function hearTime(date: string | undefined) {
  const ahead = Date.parse(date ?? '') - Date.now()
  if (Number.isNaN(ahead) || Math.abs(ahead - useAhead.getState().by) <= MINUTE) return
  useAhead.setState({ by: Math.abs(ahead) <= MINUTE ? 0 : ahead })
}

/** The present instant, renewed every `step` milliseconds, so that what depends on it doesn't go stale on screen. */
export function useNow(step = MINUTE) {
  const ahead = useAhead((s) => s.by)
  const [at, setAt] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), step)
    return () => clearInterval(timer)
  }, [step])
  return at + ahead
}
