import type { InField } from '../Field/types.ts'

export type TextFieldProps = InField & {
  value: string
  onChange: (value: string) => void
  /** `number` whole digits, `digit` with a decimal point: which keyboard comes up. The value stays text. */
  type?: 'text' | 'tel' | 'number' | 'digit'
  maxLength?: number
  /** An example, never the label. */
  placeholder?: string
  /** H5 alone, e.g. `name`, `tel`, `one-time-code`. */
  autoComplete?: string
  /** The keyboard's search or done key. */
  onConfirm?: () => void
}
