type Listener = (event: { type: 'abort'; target: Signal }) => void

class Signal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener)
  }
  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener)
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
  fire(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    const event = { type: 'abort' as const, target: this }
    this.onabort?.(event)
    for (const listener of this.listeners) listener(event)
  }
}

/** What react-query needs of an AbortController; the mini-program has none. Put in place by the build. */
export class AbortController {
  signal = new Signal()
  abort(reason: unknown = new Error('aborted')) {
    this.signal.fire(reason)
  }
}
