import { Box } from '../Box'
import { useField } from '../Field/context.ts'
import { WithField } from '../Field/in-field.tsx'
import type { InField } from '../Field/types.ts'
import { RadioSet } from '../RadioSet'
import type { Option } from '../RadioSet/types.ts'
import styles from './index.module.scss'

export type ChoiceFieldProps<V extends string = string> = InField & {
  options: readonly Option<V>[]
  /** null as long as nothing is chosen. */
  value: V | null
  onChange: (value: V) => void
}

export function ChoiceField<V extends string>({
  label,
  hint,
  error,
  required,
  ...choice
}: ChoiceFieldProps<V>) {
  return (
    <WithField label={label} hint={hint} error={error} required={required} group>
      <Choices {...choice} />
    </WithField>
  )
}

function Choices<V extends string>({ options, value, onChange }: ChoiceFieldProps<V>) {
  const { label, describedBy } = useField()
  return (
    <RadioSet
      options={options}
      value={value}
      onChange={onChange}
      label={label}
      describedBy={describedBy}
      className={styles.set}
      itemClass={styles.item}
      chosenClass={styles.chosen}
      draw={(option) => (
        <>
          <Box as="span" className={styles.mark} />
          <Box as="span" className={styles.words}>
            {option.label}
            {option.hint !== undefined && (
              <Box as="span" className={styles.hint}>
                {option.hint}
              </Box>
            )}
          </Box>
        </>
      )}
    />
  )
}
