import type { Seat, SeatProposal } from '@tmt/shared/residency/seat-contract.ts'
import { answerProposal, proposeRepresentative } from '@tmt/shared/residency/seat-contract.ts'
import { representativeLabels } from '@tmt/shared/residency/seat-labels.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ChoiceField } from '../../ui/ChoiceField'
import { Sheet } from '../../ui/Sheet'
import { Trouble } from '../../ui/Trouble'
import { useAnswer, usePropose } from '../seat-requests.ts'
import styles from './stack.module.scss'

/** Handing over the voice of a household or a unit: one proposal at a time, and the answers to it. */
export function HandOver({ seat }: { seat: Seat }) {
  const [said, setSaid] = useState('')
  const { proposal } = seat
  return (
    <>
      <Box className={styles.done} role="status">
        {said}
      </Box>
      {proposal ? (
        <Answer seat={seat} proposal={proposal} onSaid={setSaid} />
      ) : (
        <Propose seat={seat} onSaid={setSaid} />
      )}
    </>
  )
}

type AnswerProps = { seat: Seat; proposal: SeatProposal; onSaid: (words: string) => void }
function Answer({ seat: { id, purpose }, proposal, onSaid }: AnswerProps) {
  const { toName, byName, agreed, needed, obstacle } = proposal
  const word = representativeLabels[purpose]
  const mine = obstacle === 'ownProposal'
  const answer = useAnswer((agree) =>
    onSaid(agree ? '已同意，大家在这里都看得到结果。' : mine ? '已取消。' : '已告诉大家您不同意，没有换。'),
  )
  const send = (agree: boolean) => answer.mutate({ id, proposal: proposal.id, agree })
  return (
    <Card>
      <Box as="p" className={styles.next}>
        {`${byName}提出由${toName}当${word}，已有 ${agreed} 人同意，要 ${needed} 人。`}
      </Box>
      {obstacle !== null && (
        <Box as="p" className={styles.note}>
          {answerProposal.refusals[obstacle].title}
        </Box>
      )}
      <Trouble error={answer.error} />
      {obstacle === null && (
        <Button busy={answer.isPending} onClick={() => send(true)} label={`同意由${toName}当${word}`}>
          同意
        </Button>
      )}
      {obstacle !== 'minor' && (
        <Button kind="secondary" block busy={answer.isPending} onClick={() => send(false)}>
          {mine ? '取消这一次' : '不同意'}
        </Button>
      )}
    </Card>
  )
}

function Propose({ seat, onSaid }: { seat: Seat; onSaid: (words: string) => void }) {
  const { id, purpose, members, unit } = seat
  const [open, setOpen] = useState(false)
  const [member, setMember] = useState<string | null>(null)
  const word = representativeLabels[purpose]
  const propose = usePropose(() => {
    setOpen(false)
    onSaid('已提出，请对方打开“我的户和房产”点同意；没同意以前，代表不变。')
  })
  const others = members.filter(({ representative, minor }) => !representative && !minor)
  if (others.length === 0 || members.some(({ me, minor }) => me && minor)) return null
  const missing = purpose === 'unit' && (unit === null || members.length < unit.owners)
  return (
    <>
      <Button
        kind="secondary"
        block
        disabledReason={missing ? proposeRepresentative.refusals.ownersMissing.title : null}
        onClick={() => setOpen(true)}
      >
        {`换${word}`}
      </Button>
      <Sheet
        open={open}
        title={`请谁当${word}？`}
        onClose={() => setOpen(false)}
        actions={
          <Button
            busy={propose.isPending}
            disabledReason={member === null ? '请先选一位' : null}
            onClick={() => member !== null && propose.mutate({ id, member })}
          >
            提出来，请大家同意
          </Button>
        }
      >
        <Trouble error={propose.error} />
        <Box as="p">
          {purpose === 'unit'
            ? '其他共有人都同意才换；谈不拢的，一起到社区，由工作者见证。'
            : '由户主同意；户主提出的，家里另一位大人同意。谈不拢的，请社区工作者见证。'}
        </Box>
        <ChoiceField
          label={word}
          options={others.map((one) => ({ value: one.id, label: one.me ? `${one.name}（您）` : one.name }))}
          value={member}
          onChange={setMember}
        />
      </Sheet>
    </>
  )
}
