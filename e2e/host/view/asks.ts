import type { PageView } from './page.ts'
import { domTag, TAGS } from './scope.ts'

const rectOf = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}
const scroller = (element: HTMLElement) =>
  element === element.ownerDocument.body ? element.ownerDocument.documentElement : element
const windowOf = (page: PageView) => page.document.defaultView as Window & typeof globalThis

function geometry(page: PageView, id: number) {
  const target = page.element(id)
  const offsets: Record<number, { left: number; top: number }> = {}
  for (let at: HTMLElement | null = target; at; at = at.parentElement) {
    const known = page.idOf(at)
    if (known !== undefined) offsets[known] = { left: at.offsetLeft, top: at.offsetTop }
  }
  return { rect: rectOf(target), offsets }
}

/** Names of tags in a path become those of the document; `[@class="a"]` needs nothing. */
const documentPath = (path: string) =>
  path.replace(/"[^"]*"|'[^']*'|(\/|::|^)([a-z][\w-]*)(?![\w(:-])/g, (all, lead?: string, tag?: string) =>
    lead === undefined || tag === undefined || !TAGS.has(tag) ? all : `${lead}${domTag(tag)}`,
  )
function xpath(page: PageView, path: string) {
  const found = page.document.evaluate(documentPath(path), page.document.body, null, 7, null)
  return Array.from({ length: found.snapshotLength }, (_, at) =>
    page.idOf(found.snapshotItem(at) as Node),
  ).filter((id) => id !== undefined)
}

const observers = new Map<number, IntersectionObserver>()
function observe(
  page: PageView,
  observer: number,
  id: number,
  relativeTo: number | null,
  margin: string,
  thresholds: number[],
) {
  const window = windowOf(page)
  const root = relativeTo === null ? null : page.element(relativeTo)
  const made = new window.IntersectionObserver(
    (entries) => {
      for (const entry of entries)
        page.tell('intersection', observer, {
          intersectionRatio: entry.intersectionRatio,
          boundingClientRect: entry.boundingClientRect.toJSON() as unknown,
          intersectionRect: entry.intersectionRect.toJSON() as unknown,
          relativeRect: entry.rootBounds?.toJSON() as unknown,
          time: entry.time,
        })
    },
    { root, rootMargin: margin, threshold: thresholds },
  )
  made.observe(page.element(id))
  observers.set(observer, made)
}

type Ask = (page: PageView, ...args: never[]) => unknown
/** What the service may ask of a page. Every question comes after the drawing that was told before it. */
export const asks: Record<string, Ask> = {
  drawn: (page) => page.document.body.offsetHeight,
  rect: (page, id: number) => rectOf(page.element(id)),
  geometry,
  offset: (page, id: number) => {
    const { left, top } = rectOf(page.element(id))
    const { scrollX, scrollY } = windowOf(page)
    return { left: left + scrollX, top: top + scrollY }
  },
  scrollOffset: (page, id: number) => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight } = scroller(page.element(id))
    return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
  },
  scrollTo: (page, id: number, left: number, top: number) =>
    scroller(page.element(id)).scrollTo({ left, top, behavior: 'instant' }),
  scrollPage: (page, top: number) => windowOf(page).scrollTo({ top, behavior: 'instant' }),
  scrollIntoView: (page, id: number) => page.element(id).scrollIntoView({ behavior: 'instant' }),
  domProperties: (page, id: number, names: string[]) => {
    const element = page.element(id) as unknown as Record<string, unknown>
    return names.map((name) => {
      const value = element[name]
      return typeof value === 'object' || typeof value === 'function' ? null : value
    })
  },
  styles: (page, id: number, names: string[]) => {
    const style = windowOf(page).getComputedStyle(page.element(id))
    return names.map((name) => style.getPropertyValue(name))
  },
  windowProperties: (page, names: string[]) =>
    names.map((name) =>
      name
        .split('.')
        .reduce<unknown>(
          (at, key) => (at as Record<string, unknown> | null | undefined)?.[key],
          windowOf(page),
        ),
    ),
  xpath,
  observe,
  unobserve: (_, observer: number) => {
    observers.get(observer)?.disconnect()
    observers.delete(observer)
  },
}
