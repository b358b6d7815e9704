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

function Control({ value, onChange, maxLength = 500, placeholder, rows = 4 }: TextAreaProps) {
  const { id, describedBy, error, required } = useField()
  return (
    <>
      <textarea
        id={id}
        className={cx(styles.control, styles.area, error !== null && styles.bad)}
        value={value}
        maxLength={maxLength}
        rows={rows}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        aria-required={required || undefined}
        aria-invalid={error !== null || undefined}
        aria-describedby={cx(describedBy, `${id}count`)}
      />
      <Box id={`${id}count`} className={styles.count}>{`已写 ${value.length} 字，最多 ${maxLength} 字`}</Box>
    </>
  )
}
