import { useEffect, useState } from 'react'

/** The value once it has stood still for a moment, so that not every letter asks the server. */
export function useSettled(value: string, pause = 300) {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return settled
}
