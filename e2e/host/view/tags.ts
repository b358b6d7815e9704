import { text } from '../text.ts'

type Draw = (element: HTMLElement, name: string, value: unknown, tools: Tools) => void
export type Tools = {
  /** Where a picture of the package is served; other addresses stay as they are. */
  resource(path: string): string
  report(type: string, detail: unknown): void
}
type Tag = { create?(element: HTMLElement, tools: Tools): void; draw?: Draw }

const child = <K extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: K, className: string) => {
  const element = parent.ownerDocument.createElement(tag)
  element.className = className
  parent.append(element)
  return element
}
const own = (element: HTMLElement, className: string) =>
  element.querySelector<HTMLElement>(`:scope > .${className}`)

/** `image`'s modes, as background sizes (the widthFix ones follow the picture's own shape). */
const MODES: Record<string, [size: string, position: string]> = {
  scaleToFill: ['100% 100%', '0 0'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['100% 100%', '0 0'],
  heightFix: ['100% 100%', '0 0'],
}

function loadPicture(element: HTMLElement, source: string, tools: Tools) {
  const picture = own(element, 'wx-pic')
  if (!picture) return
  if (source === '') return void (picture.style.backgroundImage = '')
  const address = tools.resource(source)
  const loader = element.ownerDocument.createElement('img')
  loader.onload = () => {
    const [width, height] = [loader.naturalWidth, loader.naturalHeight]
    const mode = element.getAttribute('mode')
    if (mode === 'widthFix') element.style.height = `${(element.offsetWidth * height) / width}px`
    if (mode === 'heightFix') element.style.width = `${(element.offsetHeight * width) / height}px`
    picture.style.backgroundImage = `url("${address}")`
    tools.report('load', { width, height })
  }
  loader.onerror = () => tools.report('error', { errMsg: `GET ${source} failed` })
  loader.src = address
}

const image: Tag = {
  create: (element) => void child(element, 'div', 'wx-pic'),
  draw: (element, name, value, tools) => {
    if (name === 'mode') {
      const [size, position] = MODES[String(value)] ?? ['auto', String(value)]
      own(element, 'wx-pic')?.style.setProperty('background', `no-repeat ${position} / ${size}`)
      element.setAttribute('mode', String(value))
    }
    if (name === 'src') loadPicture(element, String(value), tools)
  },
}

const field = (kind: 'input' | 'textarea'): Tag => ({
  create: (element) => {
    const inner = child(element, kind, 'wx-field')
    inner.tabIndex = -1
  },
  draw: (element, name, value) => {
    const inner = own(element, 'wx-field') as HTMLInputElement | null
    if (!inner) return
    if (name === 'value') inner.value = text(value)
    if (name === 'placeholder') inner.placeholder = text(value)
    if (name === 'disabled') inner.disabled = Boolean(value)
    if (name === 'password') inner.type = value ? 'password' : 'text'
    if (name === 'placeholderStyle') {
      const color = /color\s*:\s*([^;]+)/.exec(String(value))?.[1]
      if (color) element.style.setProperty('--placeholder', color)
    }
  },
})

const choice = (className: string): Tag => ({
  create: (element) => void child(element, 'span', className),
  draw: (element, name, value) => {
    const box = element.querySelector<HTMLElement>(':scope > span')
    if (name === 'checked') box?.classList.toggle('on', Boolean(value))
    if (name === 'color') box?.style.setProperty('--on', String(value))
  },
})

const bar: Tag = {
  create: (element) => void child(child(element, 'div', 'wx-bar'), 'i', ''),
  draw: (element, name, value) => {
    if (name !== 'percent' && name !== 'value') return
    const inner = element.querySelector<HTMLElement>('.wx-bar > i')
    if (inner) inner.style.width = `${Math.min(100, Math.max(0, Number(value)))}%`
  },
}

/** `scroll`, and once at each end, as the person reaches it. */
function watchScroll(element: HTMLElement, tools: Tools) {
  let [left, top] = [0, 0]
  let ends = { upper: true, lower: false }
  element.addEventListener('scroll', () => {
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientHeight, clientWidth } = element
    const detail = { scrollLeft, scrollTop, scrollWidth, scrollHeight }
    tools.report('scroll', { ...detail, deltaX: left - scrollLeft, deltaY: top - scrollTop })
    ;[left, top] = [scrollLeft, scrollTop]
    const threshold = (name: string) => Number(element.dataset[name] ?? 50)
    const vertical = element.hasAttribute('scroll-y')
    const [at, most] = vertical ? [top, scrollHeight - clientHeight] : [left, scrollWidth - clientWidth]
    const upper = at <= threshold('upper')
    const lower = at >= most - threshold('lower')
    const [start, end] = vertical ? ['top', 'bottom'] : ['left', 'right']
    if (upper && !ends.upper) tools.report('scrolltoupper', { direction: start })
    if (lower && !ends.lower) tools.report('scrolltolower', { direction: end })
    ends = { upper, lower }
  })
}

const scrollView: Tag = {
  create: watchScroll,
  draw: (element, name, value) => {
    if (name === 'scrollX') element.toggleAttribute('scroll-x', Boolean(value))
    if (name === 'scrollY') element.toggleAttribute('scroll-y', Boolean(value))
    if (name === 'upperThreshold') element.dataset.upper = String(value)
    if (name === 'lowerThreshold') element.dataset.lower = String(value)
    if (name === 'scrollTop' && value !== null) element.scrollTop = Number(value)
    if (name === 'scrollLeft' && value !== null) element.scrollLeft = Number(value)
    if (name === 'scrollIntoView' && value)
      element.querySelector(`#${CSS.escape(text(value))}`)?.scrollIntoView()
  },
}

const swiper: Tag = {
  draw: (element, name, value) => {
    if (name === 'current') element.style.setProperty('--current', String(Number(value)))
    const items = element.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')
    const current = Number(element.style.getPropertyValue('--current') || 0)
    items.forEach((item, at) => void (item.style.left = `${(at - current) * 100}%`))
  },
}

type Marker = { latitude: number; longitude: number }
const map: Tag = {
  draw: (element, name, value) => {
    if (name !== 'markers') return
    for (const old of element.querySelectorAll('.wx-marker')) old.remove()
    const markers = value as Marker[]
    const spread = (values: number[]) => [Math.min(...values), Math.max(...values)] as const
    const [west, east] = spread(markers.map((m) => m.longitude))
    const [south, north] = spread(markers.map((m) => m.latitude))
    for (const marker of markers) {
      const pin = child(element, 'i', 'wx-marker')
      pin.style.left = `${10 + (80 * (marker.longitude - west)) / (east - west || 1)}%`
      pin.style.top = `${90 - (80 * (marker.latitude - south)) / (north - south || 1)}%`
    }
  },
}

type RichNode = { type?: string; text?: string; name?: string; children?: RichNode[] }
function rich(element: HTMLElement, nodes: unknown) {
  if (typeof nodes === 'string') {
    // Only the words: tags are drawn by WeChat's own small set, which no page here depends on.
    element.textContent = nodes.replace(/<[^>]*>/g, '')
    return
  }
  const text = (list: RichNode[]): string => list.map((n) => n.text ?? text(n.children ?? [])).join('')
  element.textContent = text((nodes as RichNode[] | null) ?? [])
}

const button: Tag = {
  draw: (element, name, value) => {
    if (name === 'type' || name === 'size') element.setAttribute(name, String(value))
    if (name === 'disabled') element.toggleAttribute('disabled', Boolean(value))
  },
}

export const TAG_DRAWING: Record<string, Tag> = {
  image,
  'cover-image': image,
  input: field('input'),
  textarea: field('textarea'),
  switch: choice('wx-switch'),
  checkbox: choice('wx-box'),
  radio: choice('wx-box round'),
  slider: bar,
  progress: bar,
  'scroll-view': scrollView,
  swiper,
  map,
  button,
  'rich-text': { draw: (element, name, value) => void (name === 'nodes' && rich(element, value)) },
}
