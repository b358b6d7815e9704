import { useContext, type ReactNode } from 'react'
import { Field } from './index.tsx'
import { FieldContext } from './context.ts'
import type { InField } from './types.ts'

/** Puts a control that was given a label into a field of its own; one that stands in a Field already stays there. */
export function WithField({
  label,
  group,
  children,
  ...field
}: InField & { group?: boolean; children: ReactNode }) {
  const outer = useContext(FieldContext)
  if (label === undefined || outer !== null) return children
  return (
    <Field label={label} group={group} {...field}>
      {children}
    </Field>
  )
}
