import { define, type Control, type Node } from './define.ts'
import { closest, data, inside } from './tree.ts'

const set = (node: Node, values: Record<string, unknown>) => node.setData(values as never)
const chosen = (group: Node, tag: string) => inside(group, tag).filter((node) => data(node).checked)

function toggle(node: Node): Control {
  const change = () => {
    if (data(node).disabled) return
    const checked = !data(node).checked
    set(node, { checked })
    node.triggerEvent('change', { value: checked })
  }
  return {
    tap: change,
    label: change,
    functions: { tap: change },
    value: () => Boolean(data(node).checked),
    reset: () => set(node, { checked: false }),
  }
}

function checkbox(node: Node): Control {
  const change = () => {
    if (data(node).disabled) return
    set(node, { checked: !data(node).checked })
    const group = closest(node, 'checkbox-group')
    group?.triggerEvent('change', { value: chosen(group, 'checkbox').map((one) => data(one).value) })
  }
  return { tap: change, label: change, reset: () => set(node, { checked: false }) }
}

function radio(node: Node): Control {
  const change = () => {
    if (data(node).disabled || data(node).checked) return
    const group = closest(node, 'radio-group')
    if (group) for (const other of chosen(group, 'radio')) set(other, { checked: false })
    set(node, { checked: true })
    group?.triggerEvent('change', { value: data(node).value })
  }
  return { tap: change, label: change, reset: () => set(node, { checked: false }) }
}

function slider(node: Node): Control {
  const slideTo = (to: number) => {
    const { disabled, min, max, step } = data(node) as Record<string, number>
    if (disabled) return
    const [low = 0, high = 100, each = 1] = [min, max, step]
    const value = Math.min(high, Math.max(low, low + Math.round((to - low) / each) * each))
    set(node, { value })
    node.triggerEvent('change', { value })
  }
  return {
    functions: { slideTo },
    value: () => data(node).value,
    reset: () => set(node, { value: data(node).min }),
  }
}

const box = { value: [String, ''], checked: [Boolean, false], disabled: [Boolean, false] } as const
export function defineChoices() {
  define('switch', {
    properties: {
      name: [String, ''],
      checked: [Boolean, false],
      disabled: [Boolean, false],
      type: [String, 'switch'],
      color: [String, '#04BE02'],
    },
    control: toggle,
  })
  define('checkbox', { properties: { ...box, color: [String, '#09BB07'] }, control: checkbox })
  define('checkbox-group', {
    properties: { name: [String, ''] },
    control: (node) => ({ value: () => chosen(node, 'checkbox').map((one) => data(one).value) }),
  })
  define('radio', { properties: { ...box, color: [String, '#09BB07'] }, control: radio })
  define('radio-group', {
    properties: { name: [String, ''] },
    control: (node) => ({
      value: () => {
        const [one] = chosen(node, 'radio')
        return one ? data(one).value : ''
      },
    }),
  })
  define('slider', {
    properties: {
      name: [String, ''],
      min: [Number, 0],
      max: [Number, 100],
      step: [Number, 1],
      disabled: [Boolean, false],
      value: [Number, 0],
      activeColor: [String, '#1aad19'],
      backgroundColor: [String, '#e9e9e9'],
      blockSize: [Number, 28],
      blockColor: [String, '#ffffff'],
      showValue: [Boolean, false],
    },
    control: slider,
  })
}
