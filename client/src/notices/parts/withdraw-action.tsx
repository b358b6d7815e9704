import { type ManagedNotice, withdrawNotice } from '@tmt/shared/notices/staff-contract.ts'
import { obstacleToWithdraw } from '@tmt/shared/notices/staff-rules.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { Refused } from '../../platform/errors.ts'
import { checkForm } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import { useWithdrawNotice } from '../staff-requests.ts'

type Props = { notice: ManagedNotice; onDone: (notice: ManagedNotice) => void }
const words = { reason: '请写明原因，居民会看到' }

/** Takes a public notice back, with a reason that everybody reads. */
export function WithdrawAction({ notice, onDone }: Props) {
  const { refusals } = withdrawNotice
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const draft = useDraft(`withdraw:${notice.id}`, { reason: '' })
  const withdraw = useWithdrawNotice((done) => {
    draft.discard()
    setOpen(false)
    onDone(done)
  })
  const obstacle = obstacleToWithdraw(notice)
  const submit = () => {
    const personal = obstacleToWithdraw(notice, draft.value.reason) === 'privateNumber'
    const wrong = personal
      ? refusals.privateNumber.title
      : (checkForm(withdrawNotice.body, draft.value, words).reason ?? null)
    setMissing(wrong)
    if (wrong === null) withdraw.mutate({ id: notice.id, ...draft.value })
  }
  const refused = withdraw.error instanceof Refused ? (withdraw.error.fields.reason ?? null) : null
  return (
    <>
      <Button
        kind="danger"
        disabledReason={obstacle && refusals[obstacle].title}
        onClick={() => setOpen(true)}
        label={`撤回：${notice.title}`}
      >
        撤回
      </Button>
      <Sheet
        open={open}
        title="要撤回这条通知吗？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={withdraw.isPending} onClick={submit}>
              撤回
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              不撤回
            </Button>
          </>
        }
      >
        <Box as="p">
          撤回后居民还看得到它，但标着“已撤回”和下面的原因；三天后进“往期”。只是写错了，请用“更正”。贴出来的请派人取下。
        </Box>
        {refused === null && <Trouble error={withdraw.error} form />}
        <TextArea
          label="撤回的原因"
          maxLength={200}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          error={missing ?? refused}
          placeholder="例如：水管已经修好，不停水了"
        />
      </Sheet>
    </>
  )
}
