import type * as glassEasel from 'glass-easel'
import type { composedBackend } from 'glass-easel'
import type { Op, Rect } from '../wire.ts'
import { askView, flushBefore, manifest, tellView } from './link.ts'

const { device } = manifest

/** Pages whose drawing has not been told to the view yet. */
const dirty = new Map<number, Op[]>()
let scheduled = false
function flush() {
  scheduled = false
  const batches = [...dirty]
  dirty.clear()
  for (const [page, ops] of batches) tellView({ kind: 'ops', page, ops })
}
flushBefore(flush)
function draw(page: number, op: Op) {
  const ops = dirty.get(page)
  if (ops) ops.push(op)
  else dirty.set(page, [op])
  if (scheduled) return
  scheduled = true
  void Promise.resolve().then(flush)
}

/** Hands over what the view answers, or what stands for it when the page is closed. */
async function tell<T>(asked: Promise<T>, otherwise: T, done: (value: T) => void) {
  let value = otherwise
  try {
    value = await asked
  } catch {
    // The page is gone; whoever asked still waits for an answer.
  }
  done(value)
}

export const PAGE_NODE = 1
let nodes = PAGE_NODE
/** From a node's id to glass-easel's element, for what the view reports. */
const elements = new Map<number, glassEasel.Element>()
export const elementById = (id: number) => elements.get(id)

/** One node of a page's tree, as glass-easel draws it: every call becomes an operation for the view. */
export class BackendNode implements composedBackend.Element {
  __wxElement?: glassEasel.Element
  readonly page: number
  readonly id: number

  constructor(page: number, make: (id: number) => Op | null, id = (nodes += 1)) {
    this.page = page
    this.id = id
    const op = make(id)
    if (op) draw(page, op)
  }

  private op(op: Op) {
    draw(this.page, op)
  }
  associateValue(element: glassEasel.Element) {
    this.__wxElement = element
    elements.set(this.id, element)
  }
  release() {
    elements.delete(this.id)
    this.op(['free', this.id])
  }
  appendChild(child: BackendNode) {
    this.op(['append', this.id, child.id])
  }
  removeChild(child: BackendNode) {
    this.op(['remove', this.id, child.id])
  }
  insertBefore(child: BackendNode, before: BackendNode) {
    this.op(['insert', this.id, child.id, before.id])
  }
  replaceChild(child: BackendNode, old: BackendNode) {
    this.op(['replace', this.id, child.id, old.id])
  }
  spliceBefore(before: BackendNode, deleteCount: number, list: BackendNode) {
    this.op(['splice', this.id, before.id, deleteCount, list.id])
  }
  spliceAppend(list: BackendNode) {
    this.op(['splice', this.id, null, 0, list.id])
  }
  spliceRemove(before: BackendNode, deleteCount: number) {
    this.op(['splice', this.id, before.id, deleteCount, null])
  }
  setId(value: string) {
    this.op(['id', this.id, value])
  }
  setStyleScope() {
    // Classes carry their scope with them: see addClass.
  }
  setStyle(text: string) {
    this.op(['style', this.id, text])
  }
  addClass(name: string, scope?: number) {
    this.op(['addClass', this.id, scoped(name, scope)])
  }
  removeClass(name: string, scope?: number) {
    this.op(['removeClass', this.id, scoped(name, scope)])
  }
  clearClasses() {
    this.op(['clearClasses', this.id])
  }
  setAttribute(name: string, value: unknown) {
    this.op(['set', this.id, name, value === undefined ? null : value])
  }
  removeAttribute(name: string) {
    this.op(['set', this.id, name, null])
  }
  setText(content: string) {
    this.op(['content', this.id, content])
  }
  setModelBindingStat() {
    // Native nodes are never drawn: every tag is a component, and glass-easel binds those itself.
  }
  setListenerStats() {
    // Gestures are recognised in the service, which knows the listeners.
  }
  getBoundingClientRect(done: (rect: Rect) => void) {
    void tell(askView<Rect>(this.page, 'rect', this.id), { left: 0, top: 0, width: 0, height: 0 }, done)
  }
  getScrollOffset(done: (offset: ScrollOffset) => void) {
    const none = { scrollLeft: 0, scrollTop: 0, scrollWidth: 0, scrollHeight: 0 }
    void tell(askView<ScrollOffset>(this.page, 'scrollOffset', this.id), none, done)
  }
  setScrollPosition(scrollLeft: number, scrollTop: number) {
    void askView(this.page, 'scrollTo', this.id, scrollLeft, scrollTop)
  }
  createIntersectionObserver(
    relativeTo: BackendNode | null,
    margin: string,
    thresholds: number[],
    listener: (status: never) => void,
  ) {
    const observer = (observers += 1)
    intersections.set(observer, listener as (status: unknown) => void)
    const relative = relativeTo?.id ?? null
    void askView(this.page, 'observe', observer, this.id, relative, margin, thresholds)
    return {
      disconnect: () => {
        if (intersections.delete(observer)) void askView(this.page, 'unobserve', observer)
      },
    }
  }
  getContext(done: (context: unknown) => void) {
    done(null)
  }
}

type ScrollOffset = { scrollLeft: number; scrollTop: number; scrollWidth: number; scrollHeight: number }
let observers = 0
const intersections = new Map<number, (status: unknown) => void>()
export const intersected = (observer: number, status: unknown) => intersections.get(observer)?.(status)

const scoped = (name: string, scope: number | undefined) => (scope ? `s${scope}--${name}` : name)

/** The view of one page, as glass-easel sees it. */
export class PageBackend implements composedBackend.Context {
  /** BackendMode.Composed, a constant that leaves no value behind. */
  readonly mode = 2 as composedBackend.Context['mode']
  readonly page: number
  readonly root: BackendNode
  private sheets = 0

  constructor(page: number) {
    this.page = page
    this.root = new BackendNode(page, () => null, PAGE_NODE)
  }

  destroy() {
    dirty.delete(this.page)
  }
  getWindowWidth() {
    return device.width
  }
  getWindowHeight() {
    return device.height - device.statusBar - device.navigationBar
  }
  getDevicePixelRatio() {
    return device.pixelRatio
  }
  getTheme() {
    return 'light'
  }
  registerStyleSheetContent() {
    // The view has every sheet already.
  }
  appendStyleSheetPath(path: string, scope?: number) {
    const index = (this.sheets += 1)
    draw(this.page, ['sheet', index, path, scope ?? 0])
    return index
  }
  disableStyleSheet() {
    throw new Error('disableStyleSheet is not in the e2e host')
  }
  /** Calls back when the view has drawn everything so far. */
  render(done: (error: Error | null) => void) {
    void tell(askView<unknown>(this.page, 'drawn'), null, () => done(null))
  }
  getRootNode() {
    return this.root
  }
  createElement(logicalName: string, stylingName: string) {
    // Components come as `wx-x`; whatever comes under its own name is no component at all.
    if (logicalName !== 'wx-x') {
      throw new Error(`<${logicalName}> is not a component that the e2e host knows`)
    }
    return new BackendNode(this.page, (id) => ['element', id, stylingName])
  }
  createTextNode(content: string) {
    return new BackendNode(this.page, (id) => ['text', id, content])
  }
  createFragment() {
    return new BackendNode(this.page, (id) => ['fragment', id])
  }
  onEvent() {
    // The service dispatches events itself: see events.ts.
  }
}
