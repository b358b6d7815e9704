import { reportError } from './errors.ts'
import { link, manifest } from './link.ts'
import { space, templateOf } from './space.ts'

/** `../b` seen from `pages/a` is `b`; a leading slash means the root. */
export function resolvePath(from: string, path: string) {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

const roots = manifest.roots
const packageOf = (path: string) => roots.find((root) => path.startsWith(root)) ?? ''
const loaded = new Set([''])
const cache = new Map<string, { exports: unknown }>()
const known = new Set(manifest.scripts)

/** Runs a module once. Modules of a subpackage that has not been entered do not exist yet. */
export function requireModule(path: string): unknown {
  const id = path.replace(/\.js$/, '')
  const cached = cache.get(id)
  if (cached) return cached.exports
  const code = loaded.has(packageOf(id)) && known.has(id) ? link.module(id) : null
  if (!code) throw new Error(`module '${id}.js' is not defined, require args is '${path}'`)
  const module = { exports: {} as unknown }
  cache.set(id, module)
  code((other) => requireModule(resolvePath(id, other)), module, module.exports)
  return module.exports
}

/** The page or component whose script runs right now: what Page() and Component() register. */
let current = ''
export const currentPath = () => {
  if (!current) throw new Error('Page() and Component() may only be called while their own script is loaded')
  return current
}
const registered = new Set<string>()
const prepared = new Set<string>()

/** Makes ready what a page or component needs before its script: configuration, template, the components it uses. */
function prepare(path: string) {
  const config = { ...manifest.json[path] }
  const using = { ...manifest.app.usingComponents, ...config.usingComponents }
  const resolved: Record<string, string> = {}
  for (const [tag, target] of Object.entries(using)) {
    const component = resolvePath(path, target)
    resolved[tag] = `/${component}`
    if (manifest.scripts.includes(component)) load(component)
    else throw new Error(`component "${target}" that ${path} uses is not in the package`)
  }
  space.addComponentStaticConfig(path, { ...config, usingComponents: resolved } as never)
  const template = templateOf(path)
  if (!template) throw new Error(`${path}.wxml is not in the package`)
  space.addCompiledTemplate(path, template)
  if (manifest.styles.includes(path)) space.addStyleSheet(path, path)
}

/** Loads a page or component, and what it uses, once. */
export function load(path: string) {
  if (prepared.has(path)) return
  prepared.add(path)
  prepare(path)
  const outer = current
  current = path
  try {
    requireModule(path)
  } finally {
    current = outer
  }
  if (!registered.has(path)) throw new Error(`${path}.js calls neither Page() nor Component()`)
}
export const markRegistered = (path: string) => void registered.add(path)

/** Enters a page's package: its scripts exist from now on, and without lazy loading they all run. */
export function enterPackage(root: string) {
  const first = root === '' ? !entered.has('') : !loaded.has(root)
  loaded.add(root)
  entered.add(root)
  if (!first || manifest.app.lazyCodeLoading === 'requiredComponents') return
  for (const [page, pageRoot] of Object.entries(manifest.pages)) {
    if (pageRoot !== root) continue
    try {
      load(page)
    } catch (error) {
      reportError(error)
    }
  }
}
const entered = new Set<string>()
