import { Evidence, type Reason } from '@tmt/shared/residency/contract.ts'
import { evidenceLabels, reasonLabels } from '@tmt/shared/residency/labels.ts'
import { obstacleToDecision, reasonsFor } from '@tmt/shared/residency/rules.ts'
import { type Claim, decideClaim, type Outcome } from '@tmt/shared/residency/staff-contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { TextArea } from '../../ui/TextArea'
import type { useDecide } from '../requests.ts'
import { hasShortcuts, type Shortcuts, useShortcuts } from './shortcuts'
import styles from './stack.module.scss'

const outcomes: readonly Outcome[] = ['verified', 'needMore', 'rejected']
const words: Record<Outcome, string> = { verified: '属实', needMore: '要补充', rejected: '不属实' }
const presses: Record<Outcome, string> = {
  verified: '属实，核验通过',
  needMore: '请本人补充',
  rejected: '不通过',
}
/** One key each, side by side on the keyboard. */
const keys: Record<Outcome, string> = { verified: 'q', needMore: 'w', rejected: 'e' }

type Props = { claim: Claim; decide: ReturnType<typeof useDecide>; more?: Shortcuts | undefined }

/** The answer to one claim: what was looked at, or which reason the person will read. */
export function Decide({ claim, decide, more = {} }: Props) {
  const [outcome, setOutcome] = useState<Outcome>('verified')
  const [evidence, setEvidence] = useState<Evidence>(claim.evidence)
  const [reason, setReason] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const good = outcome === 'verified'
  const options: readonly string[] = good ? Evidence.options : reasonsFor[outcome]
  const choose = (option: string) => (good ? setEvidence(option as Evidence) : setReason(option as Reason))
  const turn = (to: Outcome) => {
    setOutcome(to)
    setReason(null)
    setTried(false)
  }
  const answer = good
    ? { outcome, evidence }
    : { outcome, ...(reason !== null && { reason }), ...(note.trim() !== '' && { note: note.trim() }) }
  const obstacle = obstacleToDecision(answer)
  const send = () => {
    setTried(true)
    if (obstacle === null && !decide.isPending)
      decide.mutate({ ...answer, id: claim.id, version: claim.version })
  }
  useShortcuts({
    ...more,
    ...Object.fromEntries(outcomes.map((one) => [keys[one], () => turn(one)])),
    ...Object.fromEntries(options.map((option, at) => [String(at + 1), () => choose(option)])),
    Enter: send,
  })
  const wrong = tried && obstacle ? decideClaim.refusals[obstacle].title : null
  const numbered = (label: string, at: number) => (hasShortcuts ? `${at + 1}　${label}` : label)
  return (
    <Box as="section" label="核验" className={styles.stack}>
      <ChoiceField
        label="核验的结果"
        options={outcomes.map((one) => ({
          value: one,
          label: hasShortcuts ? `${words[one]}（${keys[one].toUpperCase()}）` : words[one],
        }))}
        value={outcome}
        onChange={turn}
      />
      {good ? (
        <ChoiceField
          label="看了什么"
          options={Evidence.options.map((one, at) => ({
            value: one,
            label: numbered(evidenceLabels[one], at),
          }))}
          value={evidence}
          onChange={choose}
        />
      ) : (
        <>
          <ChoiceField
            label="原因，本人会看到"
            options={reasonsFor[outcome].map((one, at) => ({
              value: one,
              label: numbered(reasonLabels[one], at),
            }))}
            value={reason}
            onChange={choose}
            error={obstacle === 'noteNeeded' ? null : wrong}
          />
          <TextArea
            label="再说几句（可以不写）"
            placeholder="例如：请带租房合同到窗口"
            maxLength={200}
            value={note}
            onChange={setNote}
            error={obstacle === 'noteNeeded' ? wrong : null}
          />
        </>
      )}
      <Button kind={good ? 'primary' : 'danger'} busy={decide.isPending} onClick={send}>
        {hasShortcuts ? `${presses[outcome]}（回车键）` : presses[outcome]}
      </Button>
    </Box>
  )
}
