import { useEffect, useState } from 'react'
import { MINUTE } from '@tmt/shared/time.ts'

/** The present instant, renewed every `step` milliseconds, so that what depends on it doesn't go stale on screen. */
export function useNow(step = MINUTE) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), step)
    return () => clearInterval(timer)
  }, [step])
  return now
}
