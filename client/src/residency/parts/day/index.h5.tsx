import { isoDay } from '@tmt/shared/time.ts'
import { cx } from '../../../ui/cx.ts'
import { useField } from '../../../ui/Field/context.ts'
import { WithField } from '../../../ui/Field/in-field.tsx'
import { instantOfDay } from './day.ts'
import type { DayFieldProps } from './types.ts'
import fields from '../../../ui/Field/index.module.scss'

export function DayField({ label, hint, error, required, ...control }: DayFieldProps) {
  return (
    <WithField label={label} hint={hint} error={error} required={required}>
      <Control {...control} />
    </WithField>
  )
}

/** The browser's own control: days without a zone, ours are always those of Asia/Shanghai. */
function Control({ value, onChange, max }: DayFieldProps) {
  const { id, describedBy, error, required } = useField()
  return (
    <input
      id={id}
      className={cx(fields.control, error !== null && fields.bad)}
      type="date"
      value={value === null ? '' : isoDay(value)}
      min="1900-01-01"
      max={isoDay(max)}
      onChange={(event) => onChange(instantOfDay(event.target.value))}
      aria-required={required || undefined}
      aria-invalid={error !== null || undefined}
      aria-describedby={describedBy}
    />
  )
}
