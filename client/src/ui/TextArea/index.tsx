import { Textarea } from '@tarojs/components'
import { ariaProps } from '../aria'
import { Box } from '../Box'
import { cx } from '../cx.ts'
import { useField } from '../Field/context.ts'
import { WithField } from '../Field/in-field.tsx'
import type { TextAreaProps } from './types.ts'
import styles from '../Field/index.module.scss'

export type { TextAreaProps } from './types.ts'

export function TextArea({ label, hint, error, required, ...control }: TextAreaProps) {
  return (
    <WithField label={label} hint={hint} error={error} required={required}>
      <Control {...control} />
    </WithField>
  )
}

function Control({ value, onChange, maxLength = 500, placeholder }: TextAreaProps) {
  const { label, error } = useField()
  return (
    <>
      <Textarea
        className={cx(styles.control, styles.area, error !== null && styles.bad)}
        value={value}
        maxlength={maxLength}
        autoHeight
        disableDefaultPadding
        placeholder={placeholder}
        placeholderClass={styles.faint}
        onInput={(event) => onChange(event.detail.value)}
        {...ariaProps({ role: 'textbox', label: error === null ? label : `${label}，${error}` })}
      />
      <Box className={styles.count}>{`已写 ${value.length} 字，最多 ${maxLength} 字`}</Box>
    </>
  )
}
