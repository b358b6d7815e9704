import * as glassEasel from 'glass-easel'
import { text } from '../../text.ts'
import { publicProperties, tagOf } from '../builtins/define.ts'

export const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const dash = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export const isCustom = (element: glassEasel.Element): element is glassEasel.GeneralComponent =>
  glassEasel.Component.isComponent(element) && tagOf(element) === undefined
export const tagName = (element: glassEasel.Element) =>
  tagOf(element) ?? (glassEasel.Component.isComponent(element) ? element.tagName : '')

const dataOf = (element: glassEasel.Element) =>
  glassEasel.Component.isComponent(element) ? (element.data as Record<string, unknown>) : {}

/** The names that `property()` may read: documented ones, or those a custom component declares. */
export function publicNames(element: glassEasel.Element): string[] {
  const tag = tagOf(element)
  if (tag !== undefined) return publicProperties(tag)
  if (!glassEasel.Component.isComponent(element)) return []
  const all = Object.keys(element.data)
  return all.filter((name) => glassEasel.Component.hasProperty(element, name))
}

export const property = (element: glassEasel.Element, name: string) => {
  const exact = name in dataOf(element) ? name : camel(name)
  return dataOf(element)[exact]
}

/** An attribute as it stands in the page: id, class, style, data-*, or a property of the tag. */
export function attribute(element: glassEasel.Element, name: string): unknown {
  if (name === 'id') return element.id || null
  if (name === 'class') return element.class || null
  if (name === 'style') return element.style || null
  if (name.startsWith('data-')) {
    const dataset = (element.dataset ?? {}) as Record<string, unknown>
    return dataset[camel(name.slice(5))] ?? null
  }
  const value = property(element, name)
  return value === undefined ? null : value
}

export const describe = {
  tag: tagName,
  attribute: (element: glassEasel.Element, name: string) => {
    const value = attribute(element, name)
    if (value === null || value === false || value === '') return null
    return text(value)
  },
}

const shown = (value: unknown) =>
  value !== undefined && value !== null && value !== false && value !== '' && typeof value !== 'object'

function openTag(element: glassEasel.Element) {
  const names = ['id', 'class', 'style', ...Object.keys(element.dataset ?? {}).map((n) => `data-${dash(n)}`)]
  const written = names.map((name) => [name, attribute(element, name)] as const)
  const own = publicNames(element).map((name) => [dash(name), property(element, name)] as const)
  const all = [...written, ...own].filter(([, value]) => shown(value))
  return `<${tagName(element)}${all.map(([name, value]) => ` ${name}="${String(value)}"`).join('')}>`
}

const textOf = (node: glassEasel.Node) => (glassEasel.TextNode.isTextNode(node) ? node.textContent : '')

/** The markup of an element as the page shows it: custom components stand with what they are made of. */
export function wxml(element: glassEasel.Element, outer: boolean): string {
  let content = ''
  element.forEachComposedChild((child) => {
    if (!glassEasel.Element.isElement(child)) content += textOf(child)
    else if (glassEasel.VirtualNode.isVirtualNode(child)) content += wxml(child, false)
    else content += wxml(child, true)
  })
  return outer ? `${openTag(element)}${content}</${tagName(element)}>` : content
}
