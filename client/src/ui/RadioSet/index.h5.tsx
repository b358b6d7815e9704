import { useId } from 'react'
import { cx } from '../cx.ts'
import type { RadioSetProps } from './types.ts'
import styles from './index.module.scss'

/** One of several, without a look: ChoiceField and Chips dress it. Arrow keys come with real radio inputs. */
export function RadioSet<V extends string>(props: RadioSetProps<V>) {
  const { options, value, onChange, label, describedBy, className, itemClass, chosenClass, draw } = props
  const name = useId()
  return (
    <div className={className} role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.value} className={cx(itemClass, option.value === value && chosenClass)}>
          <input
            type="radio"
            className={styles.input}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {draw(option, option.value === value)}
        </label>
      ))}
    </div>
  )
}
