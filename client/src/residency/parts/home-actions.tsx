import { confirmResidency, type MyResidency } from '@tmt/shared/residency/contract.ts'
import { kindLabels } from '@tmt/shared/residency/labels.ts'
import { isResident, next, obstacleToConfirm } from '@tmt/shared/residency/rules.ts'
import { useState } from 'react'
import { go, goBack } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { Trouble } from '../../ui/Trouble'
import { useChoosePrimary, useConfirm, useDiscard, useMoveOut, useWithdraw } from '../home-requests.ts'
import { isEnding, sayStill } from './wording.ts'
import styles from './stack.module.scss'

type Props = { one: MyResidency; now: number }

/** What may be done with a home as it stands; the first is what most come for. */
export function HomeActions({ one, now }: Props) {
  const { id, status } = one
  const home = isResident(one.kind)
  const editable = next(status, 'submit') !== null
  const waits = status === 'pending'
  return (
    <Box className={styles.stack}>
      {status === 'verified' && <Confirm one={one} now={now} />}
      {editable && (
        <Button onClick={() => go('claimHome', { id })}>
          {status === 'draft' || status === 'needMore' ? '接着填，交给社区核验' : '再交社区核验一次'}
        </Button>
      )}
      {(editable || waits) && (
        <Button kind="secondary" block onClick={() => go('presentHome', { id })}>
          工作人员在面前，当场核验
        </Button>
      )}
      {status === 'verified' && !one.primary && <MakePrimary one={one} />}
      {next(status, 'withdraw') !== null && <Withdraw one={one} />}
      {next(status, 'moveOut') !== null && <MoveOut one={one} home={home} />}
      {status === 'draft' && <Discard one={one} />}
    </Box>
  )
}

function Confirm({ one, now }: Props) {
  const confirm = useConfirm(() => undefined)
  const obstacle = obstacleToConfirm(one, now)
  if (!isEnding(one, now))
    return confirm.isSuccess ? (
      <Box className={styles.done} role="status">
        已确认，又管一年。
      </Box>
    ) : null
  return (
    <>
      <Trouble error={confirm.error} />
      <Button
        busy={confirm.isPending}
        disabledReason={obstacle && confirmResidency.refusals[obstacle].title}
        onClick={() => confirm.mutate({ id: one.id })}
      >
        {`${sayStill(one)}，确认`}
      </Button>
    </>
  )
}

function MakePrimary({ one }: { one: MyResidency }) {
  const choose = useChoosePrimary(() => undefined)
  return (
    <>
      <Trouble error={choose.error} />
      <Button kind="secondary" block busy={choose.isPending} onClick={() => choose.mutate({ id: one.id })}>
        以这一处为主要住处
      </Button>
    </>
  )
}

type AskedProps = {
  label: string
  title: string
  words: string
  busy: boolean
  error: Error | null
  onDo: () => void
}
/** What can't be undone by pressing again is asked about first. */
function Asked({ label, title, words, busy, error, onDo }: AskedProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="secondary" block onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Sheet
        open={open}
        title={title}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={busy} onClick={onDo}>
              {label}
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              先不
            </Button>
          </>
        }
      >
        <Trouble error={error} />
        <Box as="p">{words}</Box>
      </Sheet>
    </>
  )
}

function Withdraw({ one }: { one: MyResidency }) {
  const withdraw = useWithdraw(() => undefined)
  return (
    <Asked
      label="撤回"
      title="要撤回吗？"
      words="撤回后社区不再核验；填过的还在，改好了可以再交。"
      busy={withdraw.isPending}
      error={withdraw.error}
      onDo={() => withdraw.mutate({ id: one.id })}
    />
  )
}
function MoveOut({ one, home }: { one: MyResidency; home: boolean }) {
  const leave = useMoveOut(() => undefined)
  return (
    <Asked
      label={home ? '搬走了' : '不再是这样'}
      title={home ? '您搬走了吗？' : `不再是“${kindLabels[one.kind]}”了吗？`}
      words={
        home
          ? '登记以后，就不能再报名只收这里居民的活动；已经报上的不受影响。又住回来时，要再核验一次。'
          : '登记以后，这一处不再算数；以后又是了，再核验一次就行。'
      }
      busy={leave.isPending}
      error={leave.error}
      onDo={() => leave.mutate({ id: one.id })}
    />
  )
}
function Discard({ one }: { one: MyResidency }) {
  const discard = useDiscard(() => goBack('mine'))
  return (
    <Asked
      label="删去"
      title="要删去这处登记吗？"
      words="还没有交过，删去后什么也不留。"
      busy={discard.isPending}
      error={discard.error}
      onDo={() => discard.mutate({ id: one.id })}
    />
  )
}
