import type * as glassEasel from 'glass-easel'
import type { Root } from 'glass-easel-miniprogram-adapter'
import { PageBackend } from './backend.ts'
import { guard } from './errors.ts'
import { askView, manifest, shell } from './link.ts'
import { enterPackage, load } from './modules.ts'
import { countSetData } from './set-data.ts'
import { environment, space } from './space.ts'
import { EventChannel } from './event-channel.ts'

/** What the app sees of a page: its instance. */
export type PageInstance = {
  route: string
  options: Record<string, string>
  data: unknown
  setData(data: unknown, done?: () => void): void
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: unknown): unknown
  [method: string]: unknown
}
export type OpenPage = {
  id: number
  path: string
  query: Record<string, string>
  root: Root
  backend: PageBackend
  instance: PageInstance
  /** In the stack, or a tab page that is kept. */
  alive: boolean
}

const tabs = manifest.app.tabBar?.list ?? []
export const isTab = (path: string) => tabs.some((tab) => tab.pagePath === path)
export const isPage = (path: string) => Object.hasOwn(manifest.pages, path)

let ids = 0
export const pages = new Map<number, OpenPage>()

/** Tells which page an instance of a page or component belongs to. */
const pageOf = (caller: object) => {
  const { _$: element } = caller as { _$: glassEasel.Element }
  const backend = element.getBackendContext() as unknown as PageBackend | null
  return backend?.page ?? 0
}

/** Calls a page's own method, if it has one; what it throws is reported. */
export const callPage = (page: OpenPage, method: string, ...args: unknown[]) =>
  guard(() => {
    const own = page.instance[method]
    return typeof own === 'function' ? (own.apply(page.instance, args) as unknown) : undefined
  })

function attach(backend: PageBackend, root: Root, slot: 'page' | 'tabBar') {
  const place = backend.createTextNode(slot)
  backend.root.appendChild(place)
  root.attach(backend.root, place)
}

function addTabBar(page: OpenPage, associated: ReturnType<typeof environment.associateBackend>) {
  if (!manifest.app.tabBar?.custom || !isTab(page.path)) return
  load('custom-tab-bar/index')
  const bar = associated.createRoot('custom-tab-bar', space, '/custom-tab-bar/index')
  attach(page.backend, bar, 'tabBar')
  page.instance.getTabBar = () => bar.get()
}

/** Makes a page and runs onLoad; the router shows it. Throws when its script, template or components are broken. */
export function createPage(path: string, query: Record<string, string>, opener?: EventChannel): OpenPage {
  enterPackage(manifest.pages[path] ?? '')
  load(path)
  const id = (ids += 1)
  const config = { ...manifest.app.window, ...manifest.json[path] }
  shell('open', id, path, config, isTab(path))
  const backend = new PageBackend(id)
  const associated = environment.associateBackend(backend)
  const root = associated.createRoot('page', space, `/${path}`)
  const instance = root.get() as unknown as PageInstance
  countSetData(instance, pageOf)
  const page: OpenPage = { id, path, query, root, backend, instance, alive: true }
  Object.assign(instance, { route: path, __route__: path, options: query, __wxWebviewId__: id })
  instance.getPageId = () => `pageId:${id}`
  instance.getOpenerEventChannel = () => opener ?? new EventChannel()
  instance.getTabBar ??= () => undefined
  pages.set(id, page)
  attach(backend, root, 'page')
  addTabBar(page, associated)
  callPage(page, 'onLoad', query)
  return page
}

export function showPage(page: OpenPage, depth: number) {
  shell('show', page.id, depth)
  callPage(page, 'onShow')
  guard(() => page.root.getComponent().triggerPageLifetime('show', []))
}
export function hidePage(page: OpenPage) {
  callPage(page, 'onHide')
  guard(() => page.root.getComponent().triggerPageLifetime('hide', []))
}
/** After the view has drawn the page for the first time. */
export async function readyPage(page: OpenPage) {
  await askView(page.id, 'drawn')
  if (page.alive) callPage(page, 'onReady')
}
export function destroyPage(page: OpenPage) {
  if (!page.alive) return
  page.alive = false
  callPage(page, 'onUnload')
  guard(() => page.root.release())
  page.backend.destroy()
  pages.delete(page.id)
  shell('close', page.id)
}
