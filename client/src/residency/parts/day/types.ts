import type { InField } from '../../../ui/Field/types.ts'

export type DayFieldProps = InField & {
  /** The day's first instant; null as long as none is chosen. */
  value: number | null
  onChange: (value: number | null) => void
  /** The last day offered. */
  max: number
}
