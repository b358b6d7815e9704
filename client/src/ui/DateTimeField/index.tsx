import { useState } from 'react'
import { Picker } from '@tarojs/components'
import { Box } from '../Box'
import { cx } from '../cx.ts'
import { useField } from '../Field/context.ts'
import { WithField } from '../Field/in-field.tsx'
import { Icon } from '../Icon'
import { instantOf, wallClock } from './wall-clock.ts'
import type { DateTimeFieldProps } from './types.ts'
import fields from '../Field/index.module.scss'
import styles from './index.module.scss'

export type { DateTimeFieldProps } from './types.ts'

export function DateTimeField({ label, hint, error, required, ...control }: DateTimeFieldProps) {
  return (
    <WithField label={label} hint={hint} error={error} required={required} group>
      <Control {...control} />
    </WithField>
  )
}

/** WeChat picks a day and a time apart; nothing is told before both are there. */
function Control({ value, onChange, min }: DateTimeFieldProps) {
  const [half, setHalf] = useState({ day: '', time: '' })
  const { day, time } = value === null ? half : wallClock(value)
  const earliest = min === undefined ? undefined : wallClock(min)
  const choose = (next: { day: string; time: string }) => {
    setHalf(next)
    const instant = instantOf(next.day, next.time)
    if (instant !== null) onChange(instant)
  }
  return (
    <Box className={styles.pair}>
      <Picker
        mode="date"
        className={styles.part}
        value={day}
        start={earliest?.day}
        onChange={(event) => choose({ day: event.detail.value, time })}
      >
        <Part what="日期" icon="calendar" shown={day === '' ? '' : sayDay(day)} />
      </Picker>
      <Picker
        mode="time"
        className={styles.part}
        value={time}
        start={earliest !== undefined && earliest.day === day ? earliest.time : undefined}
        onChange={(event) => choose({ day, time: event.detail.value })}
      >
        <Part what="时间" icon="clock" shown={time} />
      </Picker>
    </Box>
  )
}

const sayDay = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

function Part({ what, icon, shown }: { what: '日期' | '时间'; icon: 'calendar' | 'clock'; shown: string }) {
  const { label, error } = useField()
  const name = `${label}，${what}：${shown === '' ? '未选' : shown}${error === null ? '' : `，${error}`}`
  return (
    <Box
      className={cx(fields.control, fields.picked, error !== null && fields.bad)}
      role="button"
      label={name}
    >
      <Box className={shown === '' ? fields.faint : undefined}>{shown === '' ? `请选${what}` : shown}</Box>
      <Icon name={icon} size={20} />
    </Box>
  )
}
