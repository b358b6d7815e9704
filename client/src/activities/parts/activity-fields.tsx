import { categoryRules } from '@tmt/shared/activities/categories.ts'
import { Category } from '@tmt/shared/activities/contract.ts'
import { Residency } from '@tmt/shared/activities/detail-contract.ts'
import { categoryLabels, residencyLabels } from '@tmt/shared/activities/labels.ts'
import { HOUR } from '@tmt/shared/time.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { ChoiceField } from '../../ui/ChoiceField'
import { DateTimeField } from '../../ui/DateTimeField'
import { PictureField } from '../../ui/PictureField'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import { LimitFields } from './limit-fields.tsx'
import { propose } from './limit-value.ts'
import { fieldNames, type FormValue } from './form-value.ts'
import styles from './form.module.scss'

const categories = Category.options.map((value) => ({ value, label: categoryLabels[value] }))
const residencies = Residency.options.map((value) => ({ value, label: residencyLabels[value] }))
/** How long an activity usually is; the form proposes it once. */
const USUAL = 2 * HOUR

type Props = {
  value: FormValue
  change: (patch: Partial<FormValue>) => void
  errors: FieldErrors
  now: number
}

export function ActivityFields({ value, change, errors, now }: Props) {
  const start = (startsAt: number | null) =>
    change({
      startsAt,
      ...(startsAt !== null && value.endsAt === null ? { endsAt: startsAt + USUAL } : {}),
      ...(startsAt !== null && value.signupClosesAt === null ? { signupClosesAt: startsAt } : {}),
    })
  const of = (name: keyof typeof fieldNames) => ({ label: fieldNames[name], error: errors[name] ?? null })
  return (
    <Box className={styles.fields}>
      <TextField
        {...of('title')}
        hint="一看就知道是什么，例如：太极拳入门课"
        maxLength={40}
        value={value.title}
        onChange={(title) => change({ title })}
      />
      <ChoiceField
        {...of('category')}
        options={categories}
        value={value.category}
        onChange={(category) => change({ category, ...propose(value, value.category, category) })}
        hint={value.category === null ? undefined : categoryRules[value.category].note}
      />
      <TextArea
        {...of('body')}
        hint="做什么、谁来带、要不要钱、怎么过去"
        maxLength={2000}
        value={value.body}
        onChange={(body) => change({ body })}
      />
      <TextField
        {...of('place')}
        maxLength={80}
        value={value.place}
        onChange={(place) => change({ place })}
      />
      <PictureField
        {...of('poster')}
        hint="一张照片或海报，显示在活动的卡片和详情上"
        what="活动的配图"
        value={value.poster === null ? null : { shown: value.posterShown, alt: value.posterAlt }}
        onChange={(picture) =>
          change(
            picture === null
              ? { poster: null, posterAlt: '', posterShown: null }
              : { poster: picture.id, posterShown: picture.thumbnail },
          )
        }
      />
      {value.poster !== null && (
        <TextField
          {...of('posterAlt')}
          hint="图片上有什么，例如：老师在教大家剪纸。看不见图片的人靠它知道"
          maxLength={60}
          value={value.posterAlt}
          onChange={(posterAlt) => change({ posterAlt })}
        />
      )}
      <DateTimeField {...of('startsAt')} min={now} value={value.startsAt} onChange={start} />
      <DateTimeField
        {...of('endsAt')}
        min={value.startsAt ?? now}
        value={value.endsAt}
        onChange={(endsAt) => change({ endsAt })}
      />
      <DateTimeField
        {...of('signupClosesAt')}
        hint="到这一刻就不能再报名，最晚是开始时间"
        min={now}
        value={value.signupClosesAt}
        onChange={(signupClosesAt) => change({ signupClosesAt })}
      />
      <TextField
        {...of('capacity')}
        hint="最多多少人参加"
        type="number"
        maxLength={5}
        value={value.capacity}
        onChange={(capacity) => change({ capacity: capacity.replace(/\D/g, '') })}
      />
      <ChoiceField
        {...of('residencyRequired')}
        options={residencies}
        value={value.residencyRequired}
        onChange={(residencyRequired) => change({ residencyRequired })}
      />
      <TextArea
        {...of('riskNotice')}
        hint="要带什么、身体有什么情况的不适合"
        required={false}
        maxLength={300}
        value={value.riskNotice}
        onChange={(riskNotice) => change({ riskNotice })}
      />
      <LimitFields value={value} change={change} errors={errors} />
    </Box>
  )
}
