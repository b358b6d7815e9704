import type { ReactNode } from 'react'

export type FieldProps = {
  label: string
  hint?: string
  /** What is wrong and what to do; stands between label and control. */
  error?: string | null
  /** Default true: what need not be filled in says 选填. */
  required?: boolean
  children?: ReactNode
}
/** For the controls: either they stand in a `Field`, or they are given its label themselves. */
export type InField = Partial<Omit<FieldProps, 'children'>>
