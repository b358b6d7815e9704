import { createContext, useContext } from 'react'

/** What the control in a field needs to know of it. */
export type FieldState = {
  /** The control's id on H5, which the label points to. */
  id: string
  label: string
  describedBy: string | undefined
  error: string | null
  required: boolean
}
export const FieldContext = createContext<FieldState | null>(null)

/** For a control: the field round it. A control outside of a field has no name, so it throws. */
export function useField() {
  const field = useContext(FieldContext)
  if (field === null) throw new Error('a control stands in a Field, or is given a label')
  return field
}
