import { Picker } from '@tarojs/components'
import { isoDay } from '@tmt/shared/time.ts'
import { Box } from '../../../ui/Box'
import { cx } from '../../../ui/cx.ts'
import { useField } from '../../../ui/Field/context.ts'
import { WithField } from '../../../ui/Field/in-field.tsx'
import { Icon } from '../../../ui/Icon'
import { sayDay } from '../wording.ts'
import { instantOfDay } from './day.ts'
import type { DayFieldProps } from './types.ts'
import fields from '../../../ui/Field/index.module.scss'

export function DayField({ label, hint, error, required, ...control }: DayFieldProps) {
  return (
    <WithField label={label} hint={hint} error={error} required={required} group>
      <Control {...control} />
    </WithField>
  )
}

function Control({ value, onChange, max }: DayFieldProps) {
  const { label, error } = useField()
  const shown = value === null ? '请选日期' : sayDay(value)
  return (
    <Picker
      mode="date"
      value={value === null ? '' : isoDay(value)}
      start="1900-01-01"
      end={isoDay(max)}
      onChange={(event) => onChange(instantOfDay(event.detail.value))}
    >
      <Box
        className={cx(fields.control, fields.picked, error !== null && fields.bad)}
        role="button"
        label={`${label}：${shown}${error === null ? '' : `，${error}`}`}
      >
        <Box className={value === null ? fields.faint : undefined}>{shown}</Box>
        <Icon name="calendar" size={20} />
      </Box>
    </Picker>
  )
}
