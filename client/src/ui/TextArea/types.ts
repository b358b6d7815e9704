import type { InField } from '../Field/types.ts'

export type TextAreaProps = InField & {
  value: string
  onChange: (value: string) => void
  /** Said under the field with what is used of it. Default 500. */
  maxLength?: number
  placeholder?: string
  /** Lines shown when empty. Default 4. */
  rows?: number
}
