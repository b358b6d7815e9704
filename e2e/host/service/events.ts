import * as glassEasel from 'glass-easel'

type Point = { identifier: number; pageX: number; pageY: number; clientX: number; clientY: number }
type Offset = { left: number; top: number }
/** What an event of the view or a gesture carries beside its detail. */
export type EventExtras = {
  touches?: Point[]
  changedTouches?: Point[]
  /** Where each element on the way stands, by its node's id. */
  offsets?: Record<number, Offset>
}
export const point = (x: number, y: number): Point => ({
  identifier: 0,
  pageX: x,
  pageY: y,
  clientX: x,
  clientY: y,
})

export type EventOptions = { bubbles?: boolean; composed?: boolean; capturePhase?: boolean }

/** Events that bubble through the page, by WeChat's table; every other event stays at its own element. */
const BUBBLING =
  /^(touchstart|touchmove|touchcancel|touchend|tap|longpress|longtap|transitionend|animationstart|animationiteration|animationend|touchforcechange)$/
export const optionsOf = (type: string): EventOptions => {
  const bubbles = BUBBLING.test(type)
  return { bubbles, composed: bubbles, capturePhase: bubbles }
}

/** Dispatches an event at an element. */
export function dispatch(
  target: glassEasel.Element,
  type: string,
  detail: unknown,
  options: EventOptions = optionsOf(type),
  extras: EventExtras = {},
) {
  glassEasel.Event.dispatchEvent(
    target,
    new glassEasel.Event(type, detail, { ...options, extraFields: { extras } }),
  )
}

/** Whether anything on the way from an element to the page listens to an event. */
export function isHeard(target: glassEasel.Element, type: string) {
  for (let at: glassEasel.Element | null = target; at; at = at.getComposedParent()) {
    const own = at as unknown as { _$eventTarget?: { listeners: Record<string, unknown> } }
    if (own._$eventTarget?.listeners[type]) return true
  }
  return false
}

const elementOf = (caller: unknown): glassEasel.Element => {
  const { _$ } = caller as { _$?: glassEasel.Element }
  return _$ ?? (caller as glassEasel.Element)
}
const nodeId = (element: glassEasel.Element) => {
  const backend = element.getBackendElement() as unknown as { id: number } | null
  return backend?.id ?? 0
}
const copy = <T>(value: T): T => {
  const text = JSON.stringify(value)
  return text === undefined ? value : (JSON.parse(text) as T)
}

type Heard = glassEasel.ShadowedEvent<unknown> & { extras?: EventExtras }

/** The event object that a handler of the app gets: plain, as WeChat documents it. */
export function plainEvent(event: Heard) {
  const { extras = {} } = event
  const describe = (caller: unknown) => {
    const element = elementOf(caller)
    const offset = extras.offsets?.[nodeId(element)]
    return {
      id: element.id,
      dataset: copy(element.dataset ?? {}),
      offsetLeft: offset?.left ?? 0,
      offsetTop: offset?.top ?? 0,
    }
  }
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: describe(event.target),
    currentTarget: describe(event.currentTarget),
    mark: copy(event.mark ?? {}),
    detail: copy(event.detail ?? {}),
    ...(extras.touches ? { touches: copy(extras.touches) } : {}),
    ...(extras.changedTouches ? { changedTouches: copy(extras.changedTouches) } : {}),
    mut: false,
  }
}

/** Stands between glass-easel and every handler that a template names. */
export const plainEvents = (
  caller: unknown,
  event: glassEasel.ShadowedEvent<unknown>,
  handler: (this: unknown, event: unknown) => unknown,
) => handler.call(caller, plainEvent(event as Heard))
