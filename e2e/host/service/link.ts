import type { FromService, Manifest, NetworkRequest, NetworkResponse, ToView } from '../wire.ts'

export type ModuleFunction = (
  require: (path: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
) => void
export type TemplateGroup = (name: string) => (wrapper: TemplateWrapper, ...rest: unknown[]) => unknown
export type TemplateWrapper = { setEventListenerWrapper(wrapper: unknown): void }

/** All that the host hands into the realm. The realm takes it before the app's code runs, and leaves no trace. */
export type Link = {
  manifest: string
  post(text: string): void
  setTimer(run: () => void, milliseconds: number): number
  clearTimer(id: number): void
  /** The app's module at a path without `.js`, compiled in this realm; null where there is none. */
  module(path: string): ModuleFunction | null
  templates(): Record<string, TemplateGroup>
  /** Compiles an expression that a client of the automator sent. */
  expression(source: string): unknown
  print(level: string, text: string): void
  receive: (text: string) => void
  rejected: (reason: unknown) => void
}

const holder = globalThis as unknown as { __link?: Link }
export const link = holder.__link as Link
delete holder.__link

export const manifest = JSON.parse(link.manifest) as Manifest

export const post = (message: FromService) => link.post(JSON.stringify(message))

let asked = 0
type Pending = { resolve(value: unknown): void; reject(error: Error): void }
const pending = new Map<number, Pending>()

/** Asks the view, which answers after all that was drawn before. */
export function askView<T>(page: number, what: string, ...args: unknown[]): Promise<T> {
  const id = (asked += 1)
  return new Promise<T>((resolve, reject) => {
    pending.set(id, { resolve: (value) => resolve(value as T), reject })
    tellView({ kind: 'ask', id, page, what, args })
  })
}

const beforeTelling: (() => void)[] = []
/** Registers what must reach the view before anything else does: the drawing that is still waiting. */
export const flushBefore = (flush: () => void) => void beforeTelling.push(flush)

export function tellView(message: ToView) {
  if (message.kind !== 'ops') for (const flush of beforeTelling) flush()
  post({ to: 'view', message })
}
export const shell = (what: string, ...args: unknown[]) => tellView({ kind: 'shell', what, args })

export function answered(id: number, value: unknown, error: string | undefined) {
  const waiting = pending.get(id)
  pending.delete(id)
  if (error === undefined) waiting?.resolve(value)
  else waiting?.reject(new Error(error))
}

let requested = 0
const requests = new Map<number, (response: NetworkResponse) => void>()

/** Sends a request out of the realm. Returns what abandons it. */
export function network(request: NetworkRequest, done: (response: NetworkResponse) => void) {
  const id = (requested += 1)
  requests.set(id, done)
  post({ to: 'network', id, request })
  return () => {
    if (requests.delete(id)) post({ to: 'abort', id })
  }
}
export function responded(id: number, response: NetworkResponse) {
  const done = requests.get(id)
  requests.delete(id)
  done?.(response)
}
