import { define, type Control, type Node, type Properties } from './define.ts'
import { text } from '../../text.ts'
import { data } from './tree.ts'

const PROPERTIES: Properties = {
  value: [null, ''],
  name: [String, ''],
  placeholder: [String, ''],
  placeholderStyle: [String, ''],
  placeholderClass: [String, ''],
  disabled: [Boolean, false],
  maxlength: [Number, 140],
  cursorSpacing: [null, 0],
  autoFocus: [Boolean, false],
  focus: [Boolean, false],
  cursor: [Number, -1],
  cursorColor: [String, ''],
  selectionStart: [Number, -1],
  selectionEnd: [Number, -1],
  adjustPosition: [Boolean, true],
  holdKeyboard: [Boolean, false],
  confirmHold: [Boolean, false],
  alwaysEmbed: [Boolean, false],
}

/** A field one types into. What is typed stays in the field, whatever the app does with the event. */
function field(node: Node): Control {
  let beginning: unknown
  let known = false
  let focused = false
  const write = (value: string) => node.setData({ value } as never)
  const shown = () => text(data(node).value)
  const focus = (next: boolean) => {
    if (next === focused) return
    focused = next
    if (next) node.triggerEvent('focus', { value: shown(), height: 0 })
    else node.triggerEvent('blur', { value: shown(), cursor: shown().length })
  }
  /** What the automator's `input` does: it replaces the text at once. */
  const input = (typed: unknown) => {
    const { disabled, maxlength } = data(node)
    if (disabled) return
    if (!known) {
      known = true
      beginning = data(node).value
    }
    const most = Number(maxlength)
    // WeChat cuts what is longer; -1 means no limit.
    const value = most >= 0 ? text(typed).slice(0, most) : text(typed)
    focus(true)
    write(value)
    node.triggerEvent('input', {
      value,
      cursor: value.length,
      keyCode: value.charCodeAt(value.length - 1) || 8,
    })
  }
  return {
    tap: () => {
      if (!data(node).disabled) focus(true)
    },
    label: () => {
      if (!data(node).disabled) focus(true)
    },
    functions: { input },
    value: () => shown(),
    reset: () => write(known ? text(beginning) : ''),
  }
}

export function defineFields() {
  define('input', {
    properties: {
      ...PROPERTIES,
      type: [String, 'text'],
      password: [Boolean, false],
      safePasswordCertPath: [null, null],
      safePasswordLength: [null, null],
      safePasswordTimeStamp: [null, null],
      safePasswordNonce: [null, null],
      safePasswordSalt: [null, null],
      safePasswordCustomHash: [null, null],
      autoFill: [null, null],
      confirmType: [String, 'done'],
    },
    control: field,
  })
  define('textarea', {
    properties: {
      ...PROPERTIES,
      autoHeight: [Boolean, false],
      fixed: [Boolean, false],
      showConfirmBar: [Boolean, true],
      disableDefaultPadding: [Boolean, false],
      confirmType: [String, 'return'],
    },
    control: field,
  })
}
