import { EventChannel } from './event-channel.ts'
import { guard } from './errors.ts'
import { manifest } from './link.ts'
import { resolvePath } from './modules.ts'
import {
  createPage,
  destroyPage,
  hidePage,
  isPage,
  isTab,
  readyPage,
  showPage,
  type OpenPage,
} from './pages.ts'
import { tellApp } from './registry.ts'
import type { Options } from './wx/async.ts'

/** WeChat opens no more than ten pages on top of each other. */
const DEEPEST = 10
export const stack: OpenPage[] = []
/** Tab pages stay as they are until reLaunch. */
const keptTabs = new Map<string, OpenPage>()
export const current = () => {
  const page = stack.at(-1)
  if (!page) throw new Error('no page is open')
  return page
}
export const getCurrentPages = () => stack.map((page) => page.instance)

/** A url's path and its query, undecoded, as WeChat hands it to onLoad. */
export function parseUrl(url: unknown) {
  if (typeof url !== 'string' || url === '')
    throw new Error('parameter error: parameter.url should be String')
  const [path = '', search = ''] = url.split(/\?(.*)/s)
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    query[name] = value
  }
  const from = stack.at(-1)?.path ?? manifest.app.pages[0] ?? ''
  return { path: resolvePath(from, path).replace(/\.html$/, ''), query }
}

function target(url: unknown) {
  const { path, query } = parseUrl(url)
  if (!isPage(path)) {
    tellApp('onPageNotFound', { path, query, isEntryPage: stack.length === 0 })
    throw new Error(`page "${path}" is not found`)
  }
  return { path, query }
}

type Opened = { page: OpenPage; channel: EventChannel }
function open(path: string, query: Record<string, string>): Opened {
  const channel = new EventChannel()
  const page = createPage(path, query, channel)
  stack.push(page)
  if (isTab(path)) keptTabs.set(path, page)
  showPage(page, stack.length)
  void readyPage(page)
  return { page, channel }
}
function close(page: OpenPage) {
  keptTabs.delete(page.path)
  destroyPage(page)
}

export type NavigateOptions = Options & { events?: Record<string, (...args: unknown[]) => void> }

export function navigateTo({ url, events = {} }: NavigateOptions) {
  const { path, query } = target(url)
  if (isTab(path)) throw new Error('can not navigateTo a tabbar page')
  if (stack.length >= DEEPEST) throw new Error(`webview count limit exceed`)
  const leaving = stack.at(-1)
  if (leaving) hidePage(leaving)
  const { channel } = open(path, query)
  for (const [name, listener] of Object.entries(events)) channel.on(name, listener)
  return { eventChannel: channel }
}
export function redirectTo({ url }: NavigateOptions) {
  const { path, query } = target(url)
  if (isTab(path)) throw new Error('can not redirectTo a tabbar page')
  const leaving = stack.pop()
  if (leaving) close(leaving)
  open(path, query)
  return {}
}
export function navigateBack({ delta }: NavigateOptions) {
  if (stack.length < 2) throw new Error('cannot navigate back at first page.')
  const steps = typeof delta === 'number' && delta > 0 ? delta : 1
  // Going back further than there are pages leads to the first.
  for (let left = Math.min(steps, stack.length - 1); left > 0; left -= 1) {
    const leaving = stack.pop()
    if (leaving) close(leaving)
  }
  showPage(current(), stack.length)
  return {}
}
export function reLaunch({ url }: NavigateOptions) {
  const { path, query } = target(url)
  for (const page of [...stack.splice(0), ...keptTabs.values()]) close(page)
  open(path, query)
  return {}
}
export function switchTab({ url }: NavigateOptions) {
  const { path } = target(url)
  if (!isTab(path)) throw new Error('can not switch to no-tabBar page')
  if (stack.length === 1 && current().path === path) return {}
  const top = stack.at(-1)
  // Only a page that is seen is hidden; a tab page below others was hidden when they were opened.
  for (const page of stack.splice(0)) {
    if (!isTab(page.path)) close(page)
    else if (page === top) hidePage(page)
  }
  const kept = keptTabs.get(path)
  if (!kept) open(path, {})
  else {
    stack.push(kept)
    showPage(kept, 1)
  }
  return {}
}

/** The person presses the arrow in the navigation bar. */
export const pressBack = () => guard(() => navigateBack({}))
