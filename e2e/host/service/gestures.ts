import type * as glassEasel from 'glass-easel'
import type { Geometry } from '../wire.ts'
import type { BackendNode } from './backend.ts'
import { controlOf, tagOf } from './builtins/define.ts'
import { guard } from './errors.ts'
import { dispatch, isHeard, point } from './events.ts'
import { clearTimeout, setTimeout } from './globals.ts'
import { askView } from './link.ts'

/** A press is long after this many milliseconds, and no press once the finger moved this many px. */
const LONG = 350
const MOVED = 10

type Touch = {
  x: number
  y: number
  startX: number
  startY: number
  geometry: Geometry
  timer: number
  long: boolean
}
const touches = new WeakMap<glassEasel.Element, Touch>()
type Given = { clientX?: number; clientY?: number; pageX?: number; pageY?: number }
/** The client's description of a touch, empty in most calls; its own typings spell one name in two ways. */
export type TouchParams = { touches?: Given[]; changedTouches?: Given[]; changeTouches?: Given[] }

export const nodeOf = (element: glassEasel.Element): BackendNode => {
  const backend = element.getBackendElement() as unknown as BackendNode | null
  if (!backend) throw new Error('the element is not drawn: it has a virtual host')
  return backend
}
const measure = (element: glassEasel.Element) => {
  const node = nodeOf(element)
  return askView<Geometry>(node.page, 'geometry', node.id)
}

function touch(element: glassEasel.Element, type: string, { x, y, geometry }: Touch) {
  const changed = [point(x, y)]
  const extras = {
    touches: type === 'touchend' ? [] : changed,
    changedTouches: changed,
    offsets: geometry.offsets,
  }
  dispatch(element, type, { x, y }, undefined, extras)
}

/** Where the client puts the finger; otherwise where it was. */
const where = (
  { changedTouches, changeTouches, touches: all }: TouchParams,
  was: { x: number; y: number },
) => {
  const [given] = [...(changedTouches ?? []), ...(changeTouches ?? []), ...(all ?? [])]
  return { x: given?.clientX ?? given?.pageX ?? was.x, y: given?.clientY ?? given?.pageY ?? was.y }
}

export async function touchStart(element: glassEasel.Element, params: TouchParams) {
  const geometry = await measure(element)
  const { left, top, width, height } = geometry.rect
  const { x, y } = where(params, { x: left + width / 2, y: top + height / 2 })
  const held: Touch = { x, y, startX: x, startY: y, geometry, timer: 0, long: false }
  touches.set(element, held)
  held.timer = setTimeout(() => {
    held.long = isHeard(element, 'longpress')
    touch(element, 'longpress', held)
    touch(element, 'longtap', held)
  }, LONG)
  touch(element, 'touchstart', held)
}

export async function touchMove(element: glassEasel.Element, params: TouchParams) {
  const held = touches.get(element)
  if (!held) throw new Error('touchmove without touchstart')
  Object.assign(held, where(params, held))
  if (Math.hypot(held.x - held.startX, held.y - held.startY) > MOVED) clearTimeout(held.timer)
  touch(element, 'touchmove', held)
  await Promise.resolve()
}

export async function touchEnd(element: glassEasel.Element, params: TouchParams) {
  const held = touches.get(element)
  if (!held) throw new Error('touchend without touchstart')
  touches.delete(element)
  clearTimeout(held.timer)
  Object.assign(held, where(params, held))
  touch(element, 'touchend', held)
  const still = Math.hypot(held.x - held.startX, held.y - held.startY) <= MOVED
  // A long press that somebody listened to is no tap any more.
  if (still && !held.long) press(element, held)
  await Promise.resolve()
}

/** The nearest button around an element, when it is disabled: it swallows the press. */
function disabledButton(element: glassEasel.Element) {
  for (let at: glassEasel.Element | null = element; at; at = at.getComposedParent()) {
    if (tagOf(at) === 'button') {
      const { data } = at as glassEasel.GeneralComponent
      return Boolean((data as { disabled?: boolean }).disabled)
    }
  }
  return false
}

function press(element: glassEasel.Element, held: Touch) {
  if (disabledButton(element)) return
  touch(element, 'tap', held)
  for (let at: glassEasel.Element | null = element; at; at = at.getComposedParent()) {
    const { tap } = controlOf(at)
    if (!tap) continue
    guard(tap)
    // The first component that does something of its own has the press to itself.
    return
  }
}

export async function tap(element: glassEasel.Element) {
  await touchStart(element, {})
  await touchEnd(element, {})
}
