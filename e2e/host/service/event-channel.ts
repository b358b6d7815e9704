import { guard } from './errors.ts'

type Listener = (...args: unknown[]) => void

/** The channel between a page and the one that opened it (wx.navigateTo, getOpenerEventChannel). */
export class EventChannel {
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>()

  private add(name: string, listener: Listener, once: boolean) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }])
  }
  on(name: string, listener: Listener) {
    this.add(name, listener, false)
  }
  once(name: string, listener: Listener) {
    this.add(name, listener, true)
  }
  off(name: string, listener?: Listener) {
    const kept = listener ? (this.listeners.get(name) ?? []).filter((l) => l.listener !== listener) : []
    this.listeners.set(name, kept)
  }
  emit(name: string, ...args: unknown[]) {
    const all = this.listeners.get(name) ?? []
    this.listeners.set(
      name,
      all.filter((l) => !l.once),
    )
    for (const { listener } of all) guard(() => listener(...args))
  }
}
