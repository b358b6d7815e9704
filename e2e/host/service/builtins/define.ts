import type * as glassEasel from 'glass-easel'
import type { BackendNode } from '../backend.ts'
import { space } from '../space.ts'

type Type =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | ArrayConstructor
  | ObjectConstructor
  | null
/** A property's type and its default, as WeChat's documentation gives them. */
export type Properties = Record<string, readonly [Type, unknown]>

/** An instance of a built-in component. */
export type Node = glassEasel.GeneralComponent
/** What a built-in component does of its own accord. */
export type Control = {
  /** A finger pressed it; its tap event has been heard. */
  tap?: () => void
  /** A label that belongs to it was pressed. */
  label?: () => void
  /** The view reports something: a picture that was loaded, a scrolled position. */
  report?(type: string, detail: unknown): void
  /** Functions that the automator calls by `tag.name`. */
  functions?: Record<string, (...args: never[]) => unknown>
  /** What a form submits for it, and its return to the beginning. */
  value?(): unknown
  reset?(): void
  /** The automator triggers an event in the person's stead: throws when a person could not have caused it. */
  triggered?(type: string, detail: unknown): void
}
export type Builtin = { properties: Properties; control?: (node: Node) => Control }

/** The ARIA attributes, all of which WeChat takes on every tag. */
const ARIA =
  'ActiveDescendant Atomic Autocomplete Busy Checked Colcount Colindex Colspan Controls Current Describedby Details Disabled Errormessage Expanded Flowto Haspopup Hidden Invalid Keyshortcuts Label Labelledby Level Live Modal Multiline Multiselectable Orientation Owns Placeholder Posinset Pressed Readonly Relevant Required Role Roledescription Rowcount Rowindex Rowspan Selected Setsize Sort Valuemax Valuemin Valuenow Valuetext'
/** Properties that every tag takes. */
const COMMON: Properties = {
  hidden: [Boolean, false],
  animation: [null, null],
  ...Object.fromEntries(ARIA.split(' ').map((name) => [`aria${name}`, [null, null] as const])),
}

const controls = new WeakMap<glassEasel.Element, Control>()
const tags = new WeakMap<glassEasel.Element, string>()
const own: Record<string, string[]> = {}
export const controlOf = (element: glassEasel.Element): Control => controls.get(element) ?? {}
/** The tag of a built-in component; undefined for every other element. */
export const tagOf = (element: glassEasel.Element) => tags.get(element)
/** The properties that a built-in tag documents. */
export const publicProperties = (tag: string) => own[tag] ?? []

/** Registers a built-in tag. Each of its properties is told to the view as it changes. */
export function define(tag: string, { properties, control }: Builtin) {
  const all = { ...COMMON, ...properties }
  own[tag] = Object.keys(all)
  const draw = (node: Node, name: string, value: unknown) => {
    const backend = node.getBackendElement() as unknown as BackendNode | null
    backend?.setAttribute(name, value)
  }
  const observers = Object.fromEntries(
    Object.keys(all).map((name) => [
      name,
      function observe(this: Node, value: unknown) {
        draw(this, name, value)
      },
    ]),
  )
  const definition = space.getComponentSpace().defineComponent({
    is: `wx/${tag}`,
    properties: Object.fromEntries(
      Object.entries(all).map(([name, [type, value]]) => [name, { type, value }]),
    ),
    observers,
    lifetimes: {
      created(this: Node) {
        tags.set(this, tag)
        if (control) controls.set(this, control(this))
      },
    },
  })
  space.getComponentSpace().setGlobalUsingComponent(tag, definition as never)
}
