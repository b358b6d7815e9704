const MINUTE = 60_000
const KEPT = 10_000

/** At most `limit` a minute for each key, counted from its first. */
export function createMinuteQuota(limit: number, now: () => number) {
  const windows = new Map<string, { since: number; count: number }>()

  return {
    /** False when this one is over the limit. */
    take(key: string) {
      const open = windows.get(key)
      if (open && now() - open.since < MINUTE) {
        open.count += 1
        return open.count <= limit
      }
      windows.delete(key)
      windows.set(key, { since: now(), count: 1 })
      const [oldest] = windows.keys()
      if (windows.size > KEPT && oldest !== undefined) windows.delete(oldest)
      return true
    },
  }
}
