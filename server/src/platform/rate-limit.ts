const MAX_KEYS = 20_000

/** So many per window and key; counted in this process. What must hold across processes is counted in the database. */
export class RateLimit {
  readonly #most: number
  readonly #windowMs: number
  readonly #seen = new Map<string, { from: number; count: number }>()

  constructor(most: number, windowMs: number) {
    this.#most = most
    this.#windowMs = windowMs
  }

  /** 0 when it may pass, otherwise the seconds to wait. */
  take(key: string, now: number): number {
    const entry = this.#seen.get(key)
    if (!entry || now - entry.from >= this.#windowMs) {
      if (this.#seen.size >= MAX_KEYS) this.#sweep(now)
      this.#seen.set(key, { from: now, count: 1 })
      return 0
    }
    entry.count += 1
    return entry.count <= this.#most ? 0 : Math.max(1, Math.ceil((entry.from + this.#windowMs - now) / 1000))
  }

  #sweep(now: number) {
    for (const [key, entry] of this.#seen) if (now - entry.from >= this.#windowMs) this.#seen.delete(key)
    // Still full: somebody makes up keys. Forgetting is the lesser evil beside unbounded memory.
    if (this.#seen.size >= MAX_KEYS) this.#seen.clear()
  }
}
