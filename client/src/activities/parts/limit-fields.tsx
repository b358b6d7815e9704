import { Accessibility, Gender } from '@tmt/shared/activities/detail-contract.ts'
import { accessibilityLabels, genderLabels } from '@tmt/shared/activities/labels.ts'
import { useState } from 'react'
import type { FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChipsField } from '../../ui/ChipsField'
import { Switch } from '../../ui/Switch'
import { TextField } from '../../ui/TextField'
import { limitNames, type LimitValue, noLimits } from './limit-value.ts'
import styles from './form.module.scss'

const genders = [
  { value: 'all' as const, label: '不限' },
  ...Gender.options.map((value) => ({ value, label: genderLabels[value] })),
]
const numbers = [
  ['minAge', '满多少周岁，按活动那天算；不填就不限'],
  ['maxAge', '不填就不限'],
  ['householdLimit', '不填就不限'],
  ['waitlistCapacity', '名额满了还能有多少人排队；不填就不排'],
] as const
const switches = [
  ['guardianRequired', '要带孩子的家长一起来'],
  ['healthPledge', '报名时自己确认身体情况可以参加'],
  ['insuranceRequired', '每个人都要有'],
  ['realNameRequired', '只收已经实名的人'],
  ['drill', '发出的消息都会写明「演练」'],
] as const

type Props = {
  value: LimitValue
  change: (patch: Partial<LimitValue>) => void
  errors: FieldErrors
}

/** Who may come and under what conditions: folded, since most activities need none of it. */
export function LimitFields({ value, change, errors }: Props) {
  const [asked, setAsked] = useState(false)
  const set = (Object.keys(noLimits) as (keyof LimitValue)[]).filter(
    (name) => JSON.stringify(value[name]) !== JSON.stringify(noLimits[name]),
  )
  const wrong = Object.keys(errors).some((name) => name.split('.')[0]! in noLimits)
  const toggle = (one: Accessibility, on: boolean) =>
    change({
      // In the order in which they are listed.
      accessibility: Accessibility.options.filter((each) =>
        each === one ? on : value.accessibility.includes(each),
      ),
    })
  if (!asked && !wrong)
    return (
      <Button kind="secondary" block onClick={() => setAsked(true)}>
        {set.length === 0
          ? '更多条件（年龄、每户人数、无障碍等）'
          : `更多条件：已有 ${set.map((name) => limitNames[name]).join('、')}`}
      </Button>
    )
  return (
    <Box as="section" className={styles.fields} label="更多条件">
      {numbers.map(([name, hint]) => (
        <TextField
          key={name}
          label={limitNames[name]}
          error={errors[name] ?? null}
          hint={hint}
          required={false}
          type="number"
          maxLength={5}
          value={value[name]}
          onChange={(text) => change({ [name]: text.replace(/\D/g, '') })}
        />
      ))}
      <ChipsField
        label={limitNames.gender}
        error={errors.gender ?? null}
        options={genders}
        value={value.gender}
        onChange={(gender) => change({ gender })}
      />
      {switches.map(([name, note]) => (
        <Switch
          key={name}
          label={limitNames[name]}
          note={note}
          checked={value[name]}
          onChange={(on) => change({ [name]: on })}
        />
      ))}
      <Box as="section" className={styles.fields} label={limitNames.accessibility}>
        <Box as="p">{limitNames.accessibility}</Box>
        {errors.accessibility !== undefined && (
          <Box as="p" role="alert">
            {errors.accessibility}
          </Box>
        )}
        {Accessibility.options.map((one) => (
          <Switch
            key={one}
            label={accessibilityLabels[one]}
            checked={value.accessibility.includes(one)}
            onChange={(on) => toggle(one, on)}
          />
        ))}
      </Box>
      <TextField
        label={limitNames.gcj02}
        error={errors.gcj02 ?? errors['gcj02.lat'] ?? errors['gcj02.lng'] ?? null}
        hint="纬度、逗号、经度，例如 32.4906, 119.9229，用高德、腾讯地图上的；不填也行"
        required={false}
        maxLength={40}
        value={value.gcj02}
        onChange={(gcj02) => change({ gcj02 })}
      />
    </Box>
  )
}
