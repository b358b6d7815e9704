import { Reason } from '@tmt/shared/moderation/contract.ts'
import { reasonLabels } from '@tmt/shared/moderation/labels.ts'
import { ChoiceField } from '../../ui/ChoiceField'
import { TextArea } from '../../ui/TextArea'

export type Because = { reason: Reason | null; note: string }
type Props = {
  label: string
  value: Because
  onChange: (change: Partial<Because>) => void
  error: { reason?: string; note?: string }
}
const options = Reason.options.map((value) => ({ value, label: reasonLabels[value] }))

/** Why something should not be seen: one of the reasons, and a sentence where they don't say it. */
export function BecauseFields({ label, value, onChange, error }: Props) {
  return (
    <>
      <ChoiceField
        label={label}
        options={options}
        value={value.reason}
        onChange={(reason) => onChange({ reason })}
        error={error.reason ?? null}
      />
      <TextArea
        label="补充说明"
        required={value.reason === 'other'}
        maxLength={200}
        rows={2}
        value={value.note}
        onChange={(note) => onChange({ note })}
        error={error.note ?? null}
      />
    </>
  )
}
/** What is missing, by its field. */
export function missingIn({ reason, note }: Because): Props['error'] {
  if (reason === null) return { reason: '请选一个原因' }
  return reason === 'other' && note.trim() === '' ? { note: '选了“其他”，请写一句原因' } : {}
}
