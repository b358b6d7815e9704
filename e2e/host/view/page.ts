import { toPx } from '../compile/rpx.ts'
import type { Device, FromView, Op } from '../wire.ts'
import { text } from '../text.ts'
import { BASE_STYLE } from './base-style.ts'
import { domTag } from './scope.ts'
import { addSheet } from './sheets.ts'
import { TAG_DRAWING, type Tools } from './tags.ts'

export type PageTools = {
  device: Device
  styles: Record<string, string>
  tell(message: FromView): void
}
const PAGE_NODE = 1
const ARIA = /^aria[A-Z]/

/** The document of one page in its own frame, and its nodes by the ids that the service gave. */
export class PageView {
  readonly id: number
  readonly path: string
  readonly frame: HTMLIFrameElement
  readonly document: Document
  private readonly nodes = new Map<number, Node>()
  private readonly ids = new WeakMap<Node, number>()
  private readonly tags = new WeakMap<Node, string>()
  private readonly tools: PageTools

  constructor(id: number, path: string, frame: HTMLIFrameElement, tools: PageTools) {
    this.id = id
    this.path = path
    this.frame = frame
    this.tools = tools
    const document = frame.contentDocument
    if (!document) throw new Error('the frame has no document')
    this.document = document
    document.open()
    document.write('<!doctype html><html lang="zh-CN"><head></head><body></body></html>')
    document.close()
    addSheet(document, BASE_STYLE, 0)
    this.nodes.set(PAGE_NODE, document.body)
    this.ids.set(document.body, PAGE_NODE)
    this.watchScroll()
  }

  private watchScroll() {
    const { defaultView: window, documentElement: root } = this.document
    if (!window) return
    let low = false
    window.addEventListener('scroll', () => {
      const scrollTop = window.scrollY
      this.report(PAGE_NODE, 'pagescroll', { scrollTop })
      // 50 px from the end by default (onReachBottomDistance).
      const near = scrollTop + window.innerHeight >= root.scrollHeight - 50
      if (near && !low) this.report(PAGE_NODE, 'reachbottom', {})
      low = near
    })
  }
  private report(node: number, type: string, detail: unknown) {
    this.tell(type, node, detail)
  }
  tell(type: string, node: number, detail: unknown) {
    this.tools.tell({ kind: 'event', page: this.id, node, type, detail })
  }

  node(id: number): Node {
    const node = this.nodes.get(id)
    if (!node) throw new Error(`the page has no node ${id}`)
    return node
  }
  element(id: number): HTMLElement {
    return this.node(id) as HTMLElement
  }
  idOf(node: Node) {
    return this.ids.get(node)
  }
  private keep(id: number, node: Node) {
    this.nodes.set(id, node)
    this.ids.set(node, id)
  }

  private toolsFor(id: number): Tools {
    return {
      report: (type, detail) => this.report(id, type, detail),
      resource: (path) => {
        if (/^(https?:|data:|blob:)/.test(path)) return path
        const base = new URL(`/app/${this.path}`, location.href)
        return new URL(path.startsWith('/') ? `/app${path}` : path, base).href
      },
    }
  }
  private create(id: number, tag: string) {
    const element = this.document.createElement(domTag(tag))
    this.keep(id, element)
    this.tags.set(element, tag)
    TAG_DRAWING[tag]?.create?.(element, this.toolsFor(id))
  }

  private set(id: number, name: string, value: unknown) {
    const element = this.element(id)
    if (name === 'hidden') element.toggleAttribute('hidden', Boolean(value))
    else if (ARIA.test(name)) {
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      // A browser knows a role by its plain name.
      for (const one of attribute === 'aria-role' ? [attribute, 'role'] : [attribute]) {
        if (value === null || value === '') element.removeAttribute(one)
        else element.setAttribute(one, text(value))
      }
    } else TAG_DRAWING[this.tags.get(element) ?? '']?.draw?.(element, name, value, this.toolsFor(id))
  }

  private classes(id: number, change: (tokens: Set<string>) => void) {
    const element = this.element(id)
    const tokens = new Set((element.getAttribute('c') ?? '').split(' ').filter(Boolean))
    change(tokens)
    element.setAttribute('c', [...tokens].join(' '))
    element.className = [...new Set([...tokens].map((token) => token.replace(/^s\d+--/, '')))].join(' ')
  }

  private splice(parent: Node, before: Node | null, deleteCount: number, list: Node | null) {
    let after = before
    for (let left = deleteCount; left > 0 && after; left -= 1) {
      const next: ChildNode | null = after.nextSibling
      parent.removeChild(after)
      after = next
    }
    if (list) parent.insertBefore(list, deleteCount > 0 ? after : before)
  }

  apply(ops: Op[]) {
    for (const op of ops) this.one(op)
  }
  private one(op: Op) {
    switch (op[0]) {
      case 'element':
        return this.create(op[1], op[2])
      case 'text':
        return this.keep(op[1], this.document.createTextNode(op[2]))
      case 'fragment':
        return this.keep(op[1], this.document.createDocumentFragment())
      case 'append':
        return void this.node(op[1]).appendChild(this.node(op[2]))
      case 'insert':
        return void this.node(op[1]).insertBefore(this.node(op[2]), this.node(op[3]))
      case 'remove':
        return void this.node(op[1]).removeChild(this.node(op[2]))
      case 'replace':
        return void this.node(op[1]).replaceChild(this.node(op[2]), this.node(op[3]))
      case 'splice': {
        const [, parent, before, count, list] = op
        const at = before === null ? null : this.node(before)
        return this.splice(this.node(parent), at, count, list === null ? null : this.node(list))
      }
      case 'id':
        // glass-easel puts the component's own prefix in front; the app knows the id without it.
        return void (this.element(op[1]).id = op[2].replace(/^.*?--/, ''))
      case 'style':
        return void (this.element(op[1]).style.cssText = toPx(op[2], this.tools.device))
      case 'addClass':
        return this.classes(op[1], (tokens) => tokens.add(op[2]))
      case 'removeClass':
        return this.classes(op[1], (tokens) => tokens.delete(op[2]))
      case 'clearClasses':
        return this.classes(op[1], (tokens) => tokens.clear())
      case 'set':
        return this.set(op[1], op[2], op[3])
      case 'content':
        return void (this.node(op[1]).textContent = op[2])
      case 'sheet':
        return void addSheet(this.document, this.tools.styles[op[2]] ?? '', op[3])
      case 'free':
        return void this.nodes.delete(op[1])
      default:
        op satisfies never
    }
  }
}
