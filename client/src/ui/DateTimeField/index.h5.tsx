import { cx } from '../cx.ts'
import { useField } from '../Field/context.ts'
import { WithField } from '../Field/in-field.tsx'
import { instantOf, wallClock } from './wall-clock.ts'
import type { DateTimeFieldProps } from './types.ts'
import fields from '../Field/index.module.scss'

export type { DateTimeFieldProps } from './types.ts'

export function DateTimeField({ label, hint, error, required, ...control }: DateTimeFieldProps) {
  return (
    <WithField label={label} hint={hint} error={error} required={required}>
      <Control {...control} />
    </WithField>
  )
}

/** The browser's own control. What it shows is a wall clock without a zone; ours is always Asia/Shanghai. */
function Control({ value, onChange, min }: DateTimeFieldProps) {
  const { id, describedBy, error, required } = useField()
  return (
    <input
      id={id}
      className={cx(fields.control, error !== null && fields.bad)}
      type="datetime-local"
      value={value === null ? '' : local(value)}
      min={min === undefined ? undefined : local(min)}
      onChange={(event) => {
        const [day = '', time = ''] = event.target.value.split('T')
        onChange(instantOf(day, time))
      }}
      aria-required={required || undefined}
      aria-invalid={error !== null || undefined}
      aria-describedby={describedBy}
    />
  )
}

function local(instant: number) {
  const { day, time } = wallClock(instant)
  return `${day}T${time}`
}
