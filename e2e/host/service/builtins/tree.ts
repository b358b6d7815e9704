import * as glassEasel from 'glass-easel'
import { tagOf, type Node } from './define.ts'

/** The nearest ancestor with one of these tags, across the shadow trees that the element is composed into. */
export function closest(element: glassEasel.Element, ...wanted: string[]): Node | null {
  for (let at = element.getComposedParent(); at; at = at.getComposedParent()) {
    if (wanted.includes(tagOf(at) ?? '')) return at as Node
  }
  return null
}

/** Everything below an element with one of these tags, in the order of the page. */
export function inside(element: glassEasel.Element, ...wanted: string[]): Node[] {
  const found: Node[] = []
  const walk = (at: glassEasel.Element) => {
    at.forEachComposedChild((child) => {
      if (!glassEasel.Element.isElement(child)) return
      if (wanted.includes(tagOf(child) ?? '')) found.push(child as Node)
      walk(child)
    })
  }
  walk(element)
  return found
}
export const data = (node: Node) => node.data as Record<string, unknown>
