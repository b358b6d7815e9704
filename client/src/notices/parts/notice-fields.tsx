import { Kind } from '@tmt/shared/notices/contract.ts'
import { kindLabels } from '@tmt/shared/notices/labels.ts'
import { DAY, startOfDay } from '@tmt/shared/time.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { DateTimeField } from '../../ui/DateTimeField'
import { Switch } from '../../ui/Switch'
import { TextArea } from '../../ui/TextArea'
import { TextField } from '../../ui/TextField'
import { AudienceFields } from './audience-fields.tsx'
import { fieldNames, type FormValue } from './form-value.ts'
import styles from './form.module.scss'

const kinds = Kind.options.map((value) => ({ value, label: kindLabels[value] }))

type Props = {
  /** Whose notice it is. */
  division: string
  value: FormValue
  change: (patch: Partial<FormValue>) => void
  errors: FieldErrors
  now: number
  /** A correction says what it changes. */
  correcting: boolean
}

export function NoticeFields({ division, value, change, errors, now, correcting }: Props) {
  // It hangs until the end of the day on which the matter ends, unless somebody says otherwise.
  const end = (endsAt: number | null) =>
    change({
      endsAt,
      ...(endsAt !== null && value.validUntil === null ? { validUntil: startOfDay(endsAt) + DAY } : {}),
    })
  const of = (name: keyof typeof fieldNames) => ({ label: fieldNames[name], error: errors[name] ?? null })
  return (
    <Box className={styles.fields}>
      {correcting && (
        <TextField
          {...of('note')}
          hint="居民第一眼看到这句话，例如：停水延长到晚上8点"
          maxLength={100}
          value={value.note}
          onChange={(note) => change({ note })}
        />
      )}
      <ChoiceField {...of('kind')} options={kinds} value={value.kind} onChange={(kind) => change({ kind })} />
      <TextField
        {...of('title')}
        hint="一看就知道什么事、哪里，例如：3号楼至8号楼停水"
        maxLength={30}
        value={value.title}
        onChange={(title) => change({ title })}
      />
      <TextArea
        {...of('body')}
        hint="先写最要紧的；要大家做什么，分行写"
        maxLength={2000}
        rows={6}
        value={value.body}
        onChange={(body) => change({ body })}
      />
      <DateTimeField
        {...of('startsAt')}
        hint="事情本身的时间，例如几点开始停水；没有就不选"
        required={false}
        value={value.startsAt}
        onChange={(startsAt) => change({ startsAt })}
      />
      <DateTimeField
        {...of('endsAt')}
        hint="只有截止时间的，例如缴费，只选这一个"
        required={false}
        min={value.startsAt ?? undefined}
        value={value.endsAt}
        onChange={end}
      />
      {(value.startsAt !== null || value.endsAt !== null) && (
        <Button kind="text" onClick={() => change({ startsAt: null, endsAt: null })}>
          不写时间了
        </Button>
      )}
      <DateTimeField
        {...of('validUntil')}
        hint="过了这一刻就进“往期”，仍然查得到"
        min={now}
        value={value.validUntil}
        onChange={(validUntil) => change({ validUntil })}
      />
      <TextField
        {...of('phone')}
        hint="办公电话，不写个人手机号"
        required={false}
        type="tel"
        maxLength={16}
        value={value.phone}
        onChange={(phone) => change({ phone })}
      />
      <AudienceFields {...{ division, value, change, errors }} />
      <Box className={styles.switches}>
        <Switch
          label="紧急"
          note="首页最上面出红条，事情结束就收起"
          checked={value.urgent}
          onChange={(urgent) => change({ urgent })}
        />
        <Switch
          label="置顶"
          note="排在别的通知前面"
          checked={value.pinned}
          onChange={(pinned) => change({ pinned })}
        />
      </Box>
    </Box>
  )
}
