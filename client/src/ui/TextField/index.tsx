import { Input } from '@tarojs/components'
import { ariaProps } from '../aria'
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

// WeChat's `number` keyboard is the one for telephone numbers as well.
const keyboard = { text: 'text', tel: 'number', number: 'number', digit: 'digit' } as const

function Control({
  value,
  onChange,
  type = 'text',
  maxLength = 140,
  placeholder,
  onConfirm,
}: TextFieldProps) {
  const { label, error } = useField()
  return (
    <Input
      className={cx(styles.control, error !== null && styles.bad)}
      type={keyboard[type]}
      value={value}
      maxlength={maxLength}
      placeholder={placeholder}
      placeholderClass={styles.faint}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={onConfirm}
      {...ariaProps({ role: 'textbox', label: error === null ? label : `${label}，${error}` })}
    />
  )
}
