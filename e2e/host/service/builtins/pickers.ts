import { define, type Control, type Node } from './define.ts'
import { text } from '../../text.ts'
import { data } from './tree.ts'

/** Whether the wheel could have been turned to this value. */
function fits(value: unknown, { mode, range, start, end }: Record<string, unknown>) {
  const day = text(value)
  if (mode === 'date' || mode === 'time') {
    if (!(mode === 'date' ? /^\d{4}(-\d\d(-\d\d)?)?$/ : /^\d\d:\d\d$/).test(day)) return false
    return (!start || day >= text(start)) && (!end || day <= text(end))
  }
  if (mode === 'selector') return Array.isArray(range) && Number(value) >= 0 && Number(value) < range.length
  return true
}

/**
 * The wheel is drawn by WeChat and turned by the person: a journey triggers `change` (or `columnchange`, `cancel`).
 * The picker itself keeps the value, and refuses what its wheel does not offer.
 */
const picker = (node: Node): Control => ({
  value: () => data(node).value,
  reset: () => node.setData({ value: data(node).mode === 'selector' ? 0 : '' } as never),
  triggered: (type, detail) => {
    if (type !== 'change') return
    const { value } = detail as { value?: unknown }
    if (data(node).disabled) throw new Error('the picker is disabled')
    if (!fits(value, data(node))) throw new Error(`the picker does not offer ${JSON.stringify(value)}`)
    node.setData({ value } as never)
  },
})

export function definePickers() {
  define('picker', {
    properties: {
      name: [String, ''],
      mode: [String, 'selector'],
      headerText: [String, ''],
      disabled: [Boolean, false],
      range: [null, []],
      rangeKey: [null, ''],
      value: [null, null],
      start: [null, null],
      end: [null, null],
      fields: [String, 'day'],
      level: [String, 'region'],
      customItem: [String, ''],
    },
    control: picker,
  })
  define('picker-view', {
    properties: {
      name: [String, ''],
      value: [null, []],
      indicatorStyle: [String, ''],
      indicatorClass: [String, ''],
      maskStyle: [String, ''],
      maskClass: [String, ''],
      immediateChange: [Boolean, false],
    },
    control: (node) => ({ value: () => data(node).value }),
  })
  define('picker-view-column', { properties: {} })
}
