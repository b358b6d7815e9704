import { Box } from '../Box'
import { Chips, type ChipsProps } from '../Chips'
import { useField } from '../Field/context.ts'
import { WithField } from '../Field/in-field.tsx'
import type { InField } from '../Field/types.ts'
import styles from './index.module.scss'

export type ChipsFieldProps<V extends string = string> = InField &
  Omit<ChipsProps<V>, 'label' | 'value'> & {
    label: string
    /** null as long as nothing is chosen. */
    value: V | null
  }

/** One of several short words: what a ChoiceField is for sentences. */
export function ChipsField<V extends string>({ hint, error, required, ...choice }: ChipsFieldProps<V>) {
  return (
    <WithField label={choice.label} hint={hint} error={error} required={required} group>
      <Inside {...choice} />
    </WithField>
  )
}

function Inside<V extends string>({ value, ...choice }: ChipsFieldProps<V>) {
  const { label, describedBy } = useField()
  return (
    <Box className={styles.chips}>
      <Chips {...choice} value={value} label={label} describedBy={describedBy} />
    </Box>
  )
}
