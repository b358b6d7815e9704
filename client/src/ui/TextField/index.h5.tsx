import { cx } from '../cx.ts'
import { useField } from '../Field/context.ts'
import { WithField } from '../Field/in-field.tsx'
import type { TextFieldProps } from './types.ts'
import styles from '../Field/index.module.scss'

export type { TextFieldProps } from './types.ts'

export function TextField({ label, hint, error, required, ...control }: TextFieldProps) {
  return (
    <WithField label={label} hint={hint} error={error} required={required}>
      <Control {...control} />
    </WithField>
  )
}

const modes = { text: undefined, tel: 'tel', number: 'numeric', digit: 'decimal' } as const

// Never type=number: the wheel changes it, and what is not a number is lost without a word.
function Control({
  value,
  onChange,
  type = 'text',
  maxLength = 140,
  placeholder,
  autoComplete,
  onConfirm,
}: TextFieldProps) {
  const { id, describedBy, error, required } = useField()
  return (
    <input
      id={id}
      className={cx(styles.control, error !== null && styles.bad)}
      type={type === 'tel' ? 'tel' : 'text'}
      inputMode={modes[type]}
      value={value}
      maxLength={maxLength}
      placeholder={placeholder}
      autoComplete={autoComplete ?? 'off'}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onConfirm?.()
      }}
      aria-required={required || undefined}
      aria-invalid={error !== null || undefined}
      aria-describedby={describedBy}
    />
  )
}
