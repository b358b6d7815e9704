import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import type { Project } from './compile/project.ts'

/** What the host gives to the realm: see service/link.ts, which takes it at once. */
export type RealmLink = {
  manifest: string
  post: (text: string) => void
  setTimer: (run: () => void, milliseconds: number) => number
  clearTimer: (id: number) => void
  module: (path: string) => unknown
  templates: () => unknown
  expression: (source: string) => unknown
  print: (level: string, text: string) => void
  receive: ((text: string) => void) | null
  rejected: ((reason: unknown) => void) | null
}
export type RealmOptions = {
  project: Project
  templates: string
  service: string
  post: (text: string) => void
  print: (level: string, text: string) => void
}

/** WeChat hides these from a module by naming them as parameters; here they do not exist at all. */
const PARAMETERS = 'require, module, exports'

/**
 * The app's own JavaScript realm, as on a phone: ECMAScript and what the service defines, no DOM, no `eval` and no
 * `new Function` (both throw), and no way to the host but text.
 */
export class Realm {
  private readonly link: RealmLink
  private readonly timers = new Map<number, NodeJS.Timeout>()
  private timerCount = 0

  constructor({ project, templates, service, post, print }: RealmOptions) {
    const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
      name: 'mini-program',
      codeGeneration: { strings: false, wasm: false },
    })
    const run = (source: string, filename: string): unknown =>
      new vm.Script(source, { filename }).runInContext(context)
    const has = new Set(project.manifest.scripts)
    this.link = {
      manifest: JSON.stringify(project.manifest),
      post,
      setTimer: (callback, milliseconds) => this.setTimer(callback, milliseconds),
      clearTimer: (id) => this.clearTimer(id),
      module: (path) => {
        if (!has.has(path)) return null
        const source = readFileSync(join(project.root, `${path}.js`), 'utf8')
        return run(`(function (${PARAMETERS}) {${source}\n})`, `${path}.js`)
      },
      templates: () => run(templates, 'templates.js'),
      expression: (source) => run(`(${source})`, 'automator.js'),
      print,
      receive: null,
      rejected: null,
    }
    run('delete globalThis.WebAssembly; delete globalThis.console', 'realm.js')
    ;(context as { __link?: RealmLink }).__link = this.link
    run(service, 'service.js')
  }

  private setTimer(callback: () => void, milliseconds: number) {
    const id = (this.timerCount += 1)
    const timer = setTimeout(() => {
      this.timers.delete(id)
      callback()
    }, milliseconds)
    this.timers.set(id, timer)
    return id
  }
  private clearTimer(id: number) {
    clearTimeout(this.timers.get(id))
    this.timers.delete(id)
  }

  receive(text: string) {
    this.link.receive?.(text)
  }
  rejected(reason: unknown) {
    this.link.rejected?.(reason)
  }
  dispose() {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }
}
