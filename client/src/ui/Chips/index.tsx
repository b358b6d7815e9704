import { Box } from '../Box'
import { Icon } from '../Icon'
import { RadioSet } from '../RadioSet'
import type { Option } from '../RadioSet/types.ts'
import styles from './index.module.scss'

export type ChipsProps<V extends string = string> = {
  options: readonly Option<V>[]
  value: V | null
  onChange: (value: V) => void
  /** What is filtered by, e.g. `按类别看`. Not drawn, read. */
  label: string
  describedBy?: string | undefined
}

/** One filter of several. They wrap: what stands off the edge is not found. */
export function Chips<V extends string>({ options, value, onChange, label, describedBy }: ChipsProps<V>) {
  return (
    <RadioSet
      options={options}
      value={value}
      onChange={onChange}
      label={label}
      {...(describedBy === undefined ? {} : { describedBy })}
      className={styles.chips}
      itemClass={styles.chip}
      chosenClass={styles.chosen}
      draw={(option, chosen) => (
        <>
          {chosen && <Icon name="check" size={16} />}
          <Box as="span" className={styles.word}>
            {option.label}
          </Box>
        </>
      )}
    />
  )
}
