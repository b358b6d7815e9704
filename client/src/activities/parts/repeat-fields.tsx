import { type Every, every, everyLabels, MAX_TIMES } from '@tmt/shared/activities/series.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { ChipsField } from '../../ui/ChipsField'
import { Switch } from '../../ui/Switch'
import { TextField } from '../../ui/TextField'

/** How often it takes place, as it is typed. */
export type Repeat = { every: Every | 'once'; times: string; skipHolidays: boolean }
export const once: Repeat = { every: 'once', times: '', skipHolidays: true }
export const repeatNames = { times: '一共几次' }

const options = [
  { value: 'once', label: '只办一次' } as const,
  ...every.map((value) => ({ value, label: everyLabels[value] })),
]

/** What is to be sent of it; null for one by itself, or words on what is wrong. */
export function checkRepeat({ every: how, times, skipHolidays }: Repeat): {
  series: { every: Every; times: number; skipHolidays: boolean } | null
  errors: FieldErrors
} {
  if (how === 'once') return { series: null, errors: {} }
  const many = /^\d{1,2}$/.test(times.trim()) ? Number(times) : 0
  if (many < 2 || many > MAX_TIMES)
    return { series: null, errors: { times: `请写 2 到 ${MAX_TIMES} 之间的数` } }
  return { series: { every: how, times: many, skipHolidays }, errors: {} }
}

type Props = { value: Repeat; change: (patch: Partial<Repeat>) => void; errors: FieldErrors }

/** Several at regular times: each stands for itself afterwards, to be changed, called off and given a picture alone. */
export function RepeatFields({ value, change, errors }: Props) {
  return (
    <>
      <ChipsField
        label="办几次"
        hint="重复的活动一次建好，每一次可以单独修改、取消"
        options={options}
        value={value.every}
        onChange={(how) => change({ every: how })}
      />
      {value.every !== 'once' && (
        <>
          <TextField
            label={repeatNames.times}
            hint={`上面写的是第一次；最多 ${MAX_TIMES} 次`}
            type="number"
            maxLength={2}
            value={value.times}
            onChange={(times) => change({ times })}
            error={errors.times ?? null}
          />
          <Switch
            label="避开法定节假日"
            note="碰上就往后排，次数不变"
            checked={value.skipHolidays}
            onChange={(skipHolidays) => change({ skipHolidays })}
          />
        </>
      )}
    </>
  )
}
