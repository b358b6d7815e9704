import type { InField } from '../Field/types.ts'

export type DateTimeFieldProps = InField & {
  /** Epoch milliseconds; null as long as nothing is chosen. */
  value: number | null
  onChange: (value: number | null) => void
  /** Earliest instant offered. What is typed may still be earlier: the form's rule judges. */
  min?: number
}
