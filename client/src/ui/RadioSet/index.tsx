import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Press } from '../Press'
import type { RadioSetProps } from './types.ts'

/** One of several, without a look: ChoiceField and Chips dress it. */
export function RadioSet<V extends string>(props: RadioSetProps<V>) {
  const { options, value, onChange, label, className, itemClass, chosenClass, draw } = props
  return (
    <Box className={className} role="radiogroup" label={label}>
      {options.map((option) => (
        <Press
          key={option.value}
          className={cx(itemClass, option.value === value && chosenClass)}
          role="radio"
          label={option.hint === undefined ? option.label : `${option.label}，${option.hint}`}
          checked={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {draw(option, option.value === value)}
        </Press>
      ))}
    </Box>
  )
}
