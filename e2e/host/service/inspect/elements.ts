import * as glassEasel from 'glass-easel'
import { controlOf, tagOf } from '../builtins/define.ts'
import { elementById } from '../backend.ts'
import { dispatch, optionsOf } from '../events.ts'
import { nodeOf, tap, touchEnd, touchMove, touchStart } from '../gestures.ts'
import { askView } from '../link.ts'
import { pages } from '../pages.ts'
import { attribute, describe, isCustom, property, publicNames, tagName, wxml } from './describe.ts'
import { getPath, json } from './values.ts'
import { select } from './selectors.ts'

type Params = Record<string, unknown>
type Answer = unknown
export type Handler = (params: Params) => Answer

const ids = new WeakMap<glassEasel.Element, string>()
const elements = new Map<string, WeakRef<glassEasel.Element>>()
let made = 0

/** What the client knows an element by. `nodeId` makes it a custom component there. */
export function handle(element: glassEasel.Element) {
  let elementId = ids.get(element)
  if (!elementId) {
    made += 1
    elementId = `element-${made}`
    ids.set(element, elementId)
    elements.set(elementId, new WeakRef(element))
  }
  const custom = isCustom(element) ? { nodeId: elementId } : {}
  return { elementId, tagName: tagName(element), ...custom }
}

const attached = (element: glassEasel.Element) => glassEasel.Element.isAttached(element)
function element({ elementId }: Params) {
  const found = elements.get(String(elementId))?.deref()
  if (!found || !attached(found)) throw new Error(`the element is not on the page any more`)
  return found
}
function component(params: Params) {
  const found = element(params)
  if (!isCustom(found)) throw new Error(`<${tagName(found)}> is not a custom component`)
  return found
}
/** Where a search below an element starts: a custom component is searched in its own shadow tree. */
const rootOf = (found: glassEasel.Element): glassEasel.Element =>
  isCustom(found) ? (found.getShadowRoot() ?? found) : found

const one = (found: glassEasel.Element | undefined, selector: unknown) => {
  if (!found) throw new Error(`no element matches ${String(selector)}`)
  return handle(found)
}
const names = (params: Params) => params.names as string[]

function page({ pageId }: Params) {
  const found = pages.get(Number(pageId))
  if (!found) throw new Error('the page is closed')
  return found
}
const pageRoot = (params: Params) => page(params).root.getComponent().getShadowRoot() as glassEasel.Element

async function byXpath(params: Params) {
  const found = await askView<number[]>(page(params).id, 'xpath', params.selector)
  return found.map(elementById).filter((e) => e !== undefined)
}
const ask = (params: Params, what: string, ...args: unknown[]) => {
  const node = nodeOf(element(params))
  return askView<unknown>(node.page, what, node.id, ...args)
}

/** The event a client triggers in the person's stead. */
function trigger({ type, detail, ...params }: Params) {
  const target = element(params)
  const name = String(type)
  controlOf(target).triggered?.(name, detail ?? {})
  dispatch(target, name, detail ?? {}, optionsOf(name))
  return {}
}

async function callFunction({ functionName, args, ...params }: Params) {
  const target = element(params)
  const [tag = '', name = ''] = String(functionName).split('.')
  const run = tag === tagOf(target) ? controlOf(target).functions?.[name] : undefined
  if (!run) throw new Error(`${String(functionName)} is not in the e2e host`)
  const result = await run(...(args as never[]))
  return result === undefined ? {} : { result: json(result) }
}

const properties = (found: glassEasel.Element, wanted: string[]) =>
  wanted.map((name) =>
    name === '__propPublic'
      ? Object.fromEntries(publicNames(found).map((own) => [own, true]))
      : json(property(found, name)),
  )

export const elementHandlers: Record<string, Handler> = {
  'Page.getElement': (p) => one(select(pageRoot(p), String(p.selector), describe)[0], p.selector),
  'Page.getElements': (p) => ({ elements: select(pageRoot(p), String(p.selector), describe).map(handle) }),
  'Page.getElementByXpath': async (p) => one((await byXpath(p))[0], p.selector),
  'Page.getElementsByXpath': async (p) => ({ elements: (await byXpath(p)).map(handle) }),
  'Element.getElement': (p) => one(select(rootOf(element(p)), String(p.selector), describe)[0], p.selector),
  'Element.getElements': (p) => ({
    elements: select(rootOf(element(p)), String(p.selector), describe).map(handle),
  }),
  'Element.getDOMProperties': async (p) => ({ properties: await ask(p, 'domProperties', names(p)) }),
  'Element.getProperties': (p) => ({ properties: properties(element(p), names(p)) }),
  'Element.getAttributes': (p) => ({
    attributes: names(p).map((name) => json(attribute(element(p), name))),
  }),
  'Element.getStyles': async (p) => ({ styles: await ask(p, 'styles', names(p)) }),
  'Element.getOffset': (p) => ask(p, 'offset'),
  'Element.getWXML': (p) => ({ wxml: wxml(element(p), p.type === 'outer') }),
  'Element.tap': async (p) => (await tap(element(p)), {}),
  'Element.touchstart': async (p) => (await touchStart(element(p), p), {}),
  'Element.touchmove': async (p) => (await touchMove(element(p), p), {}),
  'Element.touchend': async (p) => (await touchEnd(element(p), p), {}),
  'Element.triggerEvent': trigger,
  'Element.dispatchEvent': (p) => trigger({ ...p, type: p.eventName ?? p.type }),
  'Element.callFunction': callFunction,
  'Element.getData': (p) => ({ data: json(getPath(component(p).data, p.path)) }),
  'Element.setData': (p) =>
    new Promise((resolve) => {
      const caller = component(p).getMethodCaller() as unknown as {
        setData(data: unknown, done: () => void): void
      }
      caller.setData(p.data, () => resolve({}))
    }),
  'Element.callMethod': async (p) => {
    const caller = component(p).getMethodCaller() as unknown as Record<string, unknown>
    const method = caller[String(p.method)]
    if (typeof method !== 'function') throw new Error(`the component has no method ${String(p.method)}`)
    return { result: json(await (method.apply(caller, p.args) as unknown)) }
  },
}
