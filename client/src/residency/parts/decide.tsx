import type { Claim, Outcome } from '@tmt/shared/residency/staff-contract.ts'
import { Evidence, type Reason } from '@tmt/shared/residency/contract.ts'
import { evidenceLabels, reasonLabels } from '@tmt/shared/residency/labels.ts'
import { obstacleToDecision, reasonsFor } from '@tmt/shared/residency/rules.ts'
import { decideClaim } from '@tmt/shared/residency/staff-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { now as presently } from '../../platform/clock.ts'
import { askForNews } from '../../platform/news.ts'
import { useWide } from '../../platform/wide'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChipsField } from '../../ui/ChipsField'
import { ChoiceField } from '../../ui/ChoiceField'
import { Switch } from '../../ui/Switch'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import { useDecide } from '../claim-requests.ts'
import { DayField } from './day'
import { useShortcuts } from './shortcuts'
import styles from './stack.module.scss'

type Props = { claim: Claim; onDone: (said: string) => void }
const outcomes: readonly { value: Outcome; label: string; key: string }[] = [
  { value: 'verified', label: '属实', key: 'a' },
  { value: 'needMore', label: '要补充', key: 's' },
  { value: 'rejected', label: '不属实', key: 'd' },
]
const buttons: Record<Outcome, string> = {
  verified: '属实，核验',
  needMore: '请本人补充',
  rejected: '不予通过',
}
const said: Record<Outcome, string> = { verified: '已核验', needMore: '已请本人补充', rejected: '没有通过' }

/** The verifier's answer. All of it by keys as well: a, s, d for the answer, numbers for why, Enter. */
export function Decide({ claim, onDone }: Props) {
  const { id, version, placeName, door } = claim
  const wide = useWide()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [evidence, setEvidence] = useState<Evidence>(claim.evidence)
  const [reason, setReason] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  const [young, setYoung] = useState(false)
  const [adultOn, setAdultOn] = useState<number | null>(null)
  const decide = useDecide(() =>
    onDone(`${said[outcome!]}：${placeName} ${door}。本人打开“我的住处”就能看到。`),
  )
  const reasons = outcome === 'needMore' || outcome === 'rejected' ? reasonsFor[outcome] : []
  const choose = (next: Outcome) => {
    decide.reset()
    setOutcome(next)
    setReason(null)
  }
  const answer = { evidence, reason: reason ?? undefined, note: note.trim() }
  const missing = outcome && obstacleToDecision({ outcome, ...answer })
  const undated = outcome === 'verified' && young && adultOn === null
  const why =
    outcome === null
      ? '请先选属实、要补充还是不属实'
      : missing
        ? decideClaim.refusals[missing].title
        : undated
          ? '请选哪天满 18 周岁'
          : null
  const send = () => {
    if (outcome === null || missing || undated || decide.isPending) return
    const good = outcome === 'verified'
    void askForNews('residency.decide')
    decide.mutate({
      id,
      outcome,
      version,
      ...(good ? { evidence, ...(young && { adultOn: adultOn! }) } : { reason: reason!, note: answer.note }),
    })
  }
  const digits = Object.fromEntries(
    (outcome === 'verified' ? Evidence.options : reasons).map((_, i) => [
      String(i + 1),
      () => (outcome === 'verified' ? setEvidence(Evidence.options[i]!) : setReason(reasons[i]!)),
    ]),
  )
  const letters = Object.fromEntries(outcomes.map(({ value, key }) => [key, () => choose(value)]))
  useShortcuts({ ...letters, ...digits, Enter: send }, wide)
  const numbered = (label: string, i: number) => (wide ? `${i + 1}　${label}` : label)
  return (
    <Box className={styles.stack}>
      <ChipsField
        label="核验下来"
        value={outcome}
        onChange={choose}
        options={outcomes.map(({ value, label, key }) => ({
          value,
          label: wide ? `${label}（${key}）` : label,
        }))}
      />
      {outcome === 'verified' && (
        <ChoiceField
          label="看了什么凭证"
          hint="看一眼就还给本人，不留照片"
          options={Evidence.options.map((value, i) => ({ value, label: numbered(evidenceLabels[value], i) }))}
          value={evidence}
          onChange={setEvidence}
        />
      )}
      {outcome === 'verified' && (
        <Switch
          label="未满 18 周岁"
          note="不能当户代表，也不能提出换代表"
          checked={young}
          onChange={setYoung}
        />
      )}
      {outcome === 'verified' && young && (
        <DayField
          label="哪天满 18 周岁"
          value={adultOn}
          onChange={setAdultOn}
          max={presently() + 18 * 366 * DAY}
        />
      )}
      {reasons.length > 0 && (
        <>
          <ChoiceField
            label="原因"
            hint="本人会看到"
            options={reasons.map((value, i) => ({ value, label: numbered(reasonLabels[value], i) }))}
            value={reason}
            onChange={setReason}
          />
          <TextArea
            label="再说几句"
            required={reason === 'other'}
            maxLength={200}
            value={note}
            onChange={setNote}
            placeholder="例如：请带租房合同到窗口看一下"
          />
        </>
      )}
      <Trouble error={decide.error} form />
      <Button
        busy={decide.isPending}
        disabledReason={why}
        onClick={send}
        label={`${outcome ? buttons[outcome] : '核验'}：${placeName} ${door}`}
      >
        {outcome === null ? '核验' : buttons[outcome]}
      </Button>
    </Box>
  )
}
