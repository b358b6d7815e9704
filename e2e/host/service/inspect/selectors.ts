import * as glassEasel from 'glass-easel'

/** One compound of a selector: `view.row#first[data-id="3"]:first-child`. */
type Compound = {
  tag: string
  id: string
  classes: string[]
  attributes: { name: string; value: string | null }[]
  first: boolean
  last: boolean
}
type Step = Compound & { relation: ' ' | '>' | '+' | '~' }
/** What the matcher must know of an element beyond glass-easel. */
export type Describe = {
  tag(element: glassEasel.Element): string
  attribute(element: glassEasel.Element, name: string): string | null
}

const PART =
  /^(?:([a-z][\w-]*|\*)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([\w-]+)))?\]|:(first-child|last-child))/i
const compound = (): Compound => ({ tag: '', id: '', classes: [], attributes: [], first: false, last: false })

/** Reads the selectors that WXSS has; throws the part that it has not. */
export function parse(selector: string): Step[][] {
  return selector.split(',').map((union) => {
    const steps: Step[] = []
    let rest = union.trim()
    let relation: Step['relation'] = ' '
    let current: Compound | null = null
    while (rest) {
      const gap = /^\s*([>+~])\s*|^\s+/.exec(rest)
      if (gap) {
        if (!current) throw new Error(`the selector ${selector} is not understood`)
        steps.push({ ...current, relation })
        relation = (gap[1] ?? ' ') as Step['relation']
        current = null
        rest = rest.slice(gap[0].length)
        continue
      }
      const part = PART.exec(rest)
      if (!part) throw new Error(`the selector ${selector} is not understood at ${rest}`)
      current ??= compound()
      const [all, tag, id, name, attribute, double, single, bare, place] = part
      if (tag) current.tag = tag === '*' ? '' : tag
      if (id) current.id = id
      if (name) current.classes.push(name)
      if (attribute) current.attributes.push({ name: attribute, value: double ?? single ?? bare ?? null })
      if (place === 'first-child') current.first = true
      if (place === 'last-child') current.last = true
      rest = rest.slice(all.length)
    }
    if (!current) throw new Error(`the selector ${selector} is not understood`)
    return [...steps, { ...current, relation }]
  })
}

/** The elements of one shadow tree around an element, without the virtual nodes of wx:if and wx:for. */
export function parentOf(element: glassEasel.Element): glassEasel.Element | null {
  let at = element.parentNode
  while (at && glassEasel.VirtualNode.isVirtualNode(at) && !glassEasel.ShadowRoot.isShadowRoot(at))
    at = at.parentNode
  return at && !glassEasel.ShadowRoot.isShadowRoot(at) ? at : null
}
function topOf(element: glassEasel.Element): glassEasel.Element {
  return parentOf(element) ?? element.ownerShadowRoot ?? element
}
/** Children in the same shadow tree, those of wx:if and wx:for included. */
export function childrenOf(element: glassEasel.Element): glassEasel.Element[] {
  return element.childNodes.flatMap((child) => {
    if (!glassEasel.Element.isElement(child)) return []
    return glassEasel.VirtualNode.isVirtualNode(child) ? childrenOf(child) : [child]
  })
}

function matchesCompound(element: glassEasel.Element, wanted: Compound, describe: Describe) {
  if (wanted.tag && describe.tag(element) !== wanted.tag) return false
  if (wanted.id && element.id !== wanted.id) return false
  if (!wanted.classes.every((name) => element.classList?.contains(name))) return false
  for (const { name, value } of wanted.attributes) {
    const actual = describe.attribute(element, name)
    if (actual === null || (value !== null && actual !== value)) return false
  }
  if (!wanted.first && !wanted.last) return true
  const siblings = childrenOf(topOf(element))
  return (!wanted.first || siblings[0] === element) && (!wanted.last || siblings.at(-1) === element)
}

function before(element: glassEasel.Element) {
  const siblings = childrenOf(topOf(element))
  return siblings.slice(0, siblings.indexOf(element)).toReversed()
}

function matches(element: glassEasel.Element, steps: Step[], describe: Describe): boolean {
  const step = steps.at(-1)
  if (!step || !matchesCompound(element, step, describe)) return false
  const rest = steps.slice(0, -1)
  if (rest.length === 0) return true
  const candidates: glassEasel.Element[] = []
  if (step.relation === '+') candidates.push(...before(element).slice(0, 1))
  else if (step.relation === '~') candidates.push(...before(element))
  else {
    for (let at = parentOf(element); at; at = parentOf(at)) {
      candidates.push(at)
      if (step.relation === '>') break
    }
  }
  return candidates.some((candidate) => matches(candidate, rest, describe))
}

/** Everything below a root, within its own shadow tree, that a selector matches, in the order of the page. */
export function select(root: glassEasel.Element, selector: string, describe: Describe) {
  const unions = parse(selector)
  const found: glassEasel.Element[] = []
  const walk = (element: glassEasel.Element) => {
    for (const child of childrenOf(element)) {
      if (unions.some((steps) => matches(child, steps, describe))) found.push(child)
      walk(child)
    }
  }
  walk(root)
  return found
}
