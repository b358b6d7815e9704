import { createElement, forwardRef, type ReactNode } from 'react'

type Props = Record<string, unknown> & { children?: ReactNode }
type Value = { target: { value: string } }

/** `ariaRole`, `ariaLabel`, … as Taro writes them into WXML, read here as the browser's own attributes. */
function aria(props: Props) {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(props)) {
    if (name === 'ariaRole') out.role = value
    else if (/^aria[A-Z]/.test(name)) out[`aria-${name.slice(4).toLowerCase()}`] = String(value)
  }
  return out
}
const own = /^(id|className|style|children|onClick|onError|value|placeholder|src|key)$/

/** A stand-in for one of WeChat's components: the element that behaves like it, with events as WeChat shapes them. */
function host(tag: string, shape: (props: Props) => Record<string, unknown> = () => ({})) {
  return forwardRef<unknown, Props>((props, ref) => {
    const plain = Object.fromEntries(Object.entries(props).filter(([name]) => own.test(name)))
    return createElement(tag, { ref, ...plain, ...aria(props), ...shape(props) } as object)
  })
}
type Told = ((event: { detail: Record<string, unknown> }) => void) | undefined
const typed = ({ onInput, onConfirm, value, maxlength }: Props) => ({
  value,
  maxLength: maxlength,
  onChange: (event: Value) => (onInput as Told)?.({ detail: { value: event.target.value } }),
  onKeyDown: (event: { key: string }) => event.key === 'Enter' && (onConfirm as Told)?.({ detail: {} }),
})

export const View = host('div')
export const Text = host('span')
export const ScrollView = host('div')
export const Image = host('img', (props) => ({ alt: props.ariaLabel ?? '' }))
export const Input = host('input', typed)
export const Textarea = host('textarea', typed)
/** `getPhoneNumber`: a press hands over what the test put into `phoneNumber.detail`. */
export const phoneNumber: { detail: { code?: string; errMsg: string } } = {
  detail: { code: 'phone-code', errMsg: 'getPhoneNumber:ok' },
}
export const Button = host('button', ({ openType, onClick, onGetPhoneNumber }) => ({
  type: 'button',
  'data-open-type': openType,
  onClick: (event: unknown) => {
    ;(onClick as ((event: unknown) => void) | undefined)?.(event)
    if (openType === 'getPhoneNumber') (onGetPhoneNumber as Told)?.({ detail: phoneNumber.detail })
  },
}))
export const Picker = host('div')
export const PickerView = host('div')
export const PickerViewColumn = host('div')
export const RootPortal = host('div')
