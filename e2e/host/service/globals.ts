import { guard } from './errors.ts'
import { link, post } from './link.ts'

type Handler = (...args: unknown[]) => void

const timer =
  (repeat: boolean) =>
  (handler: Handler, milliseconds?: number, ...args: unknown[]) => {
    if (typeof handler !== 'function') throw new TypeError('the first argument of a timer must be a function')
    // A shared number, so that clearing works from within a repeating handler too.
    const id = (timers += 1)
    const wait = Math.max(Number(milliseconds) || 0, repeat ? 4 : 0)
    const arm = () => {
      running.set(
        id,
        link.setTimer(() => {
          if (repeat) arm()
          else running.delete(id)
          guard(() => handler(...args))
        }, wait),
      )
    }
    arm()
    return id
  }
let timers = 0
const running = new Map<number, number>()
const clear = (id: number) => {
  const native = running.get(id)
  running.delete(id)
  if (native !== undefined) link.clearTimer(native)
}

const plain = (value: unknown): unknown => {
  if (value instanceof Error) return value.stack ?? value.message
  if (typeof value === 'function') return `[Function ${value.name}]`
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
  } catch {
    return String(value)
  }
}

let logging = false
/** The client asked for App.logAdded. */
export const enableLog = () => void (logging = true)

const write =
  (type: string) =>
  (...args: unknown[]) => {
    const values = args.map(plain)
    link.print(type, values.map((v) => (typeof v === 'string' ? v : JSON.stringify(v))).join(' '))
    if (logging) post({ to: 'client', method: 'App.logAdded', params: { type, args: values } })
  }

const nothing = () => undefined
export const console = {
  log: write('log'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
  debug: write('debug'),
  group: write('log'),
  groupEnd: nothing,
  groupCollapsed: write('log'),
  time: nothing,
  timeEnd: nothing,
  trace: write('log'),
  table: write('log'),
}

const timerFunctions = {
  setTimeout: timer(false),
  setInterval: timer(true),
  clearTimeout: clear,
  clearInterval: clear,
}
export const { setTimeout, clearTimeout } = timerFunctions

/**
 * The service realm's globals. What a mini-program has beyond ECMAScript is little: no window, document, fetch,
 * URL, AbortController, structuredClone, queueMicrotask. A fresh context has none of them either.
 */
export function installGlobals(more: Record<string, unknown>) {
  const values: Record<string, unknown> = { console, ...timerFunctions, ...more }
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false })
  }
  Object.defineProperty(globalThis, 'global', { value: globalThis, writable: true, configurable: true })
}
