import { type ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { cancelActivity } from '@tmt/shared/activities/staff-contract.ts'
import { obstacleToCancel } from '@tmt/shared/activities/life-rules.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { Refused } from '../../platform/errors.ts'
import { checkForm } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { useCancelActivity } from '../staff-requests.ts'
import { Trouble } from '../../ui/Trouble'

type Props = { activity: ActivityDetail; now: number; onDone: (activity: ActivityDetail) => void }
const words = { reason: '请写明原因，报名的人会看到' }

/** Takes a published activity back, with a reason that everybody who signed up will read. */
export function CancelAction({ activity, now, onDone }: Props) {
  const { refusals } = cancelActivity
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const draft = useDraft(`cancel:${activity.id}`, { reason: '' })
  const cancel = useCancelActivity((cancelled) => {
    draft.discard()
    setOpen(false)
    onDone(cancelled)
  })
  const obstacle = obstacleToCancel(activity, now)
  const submit = () => {
    const wrong = checkForm(cancelActivity.body, draft.value, words).reason ?? null
    setMissing(wrong)
    if (wrong === null) cancel.mutate({ id: activity.id, ...draft.value })
  }
  const refused = cancel.error instanceof Refused ? (cancel.error.fields.reason ?? null) : null
  return (
    <>
      <Button
        kind="danger"
        disabledReason={obstacle && refusals[obstacle].title}
        onClick={() => setOpen(true)}
        label={`取消活动：${activity.title}`}
      >
        取消活动
      </Button>
      <Sheet
        open={open}
        title="要取消这个活动吗？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={cancel.isPending} onClick={submit}>
              取消活动
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              不取消
            </Button>
          </>
        }
      >
        <Box as="p">{`已有 ${activity.confirmed} 人报名，都会看到下面的原因。取消后不能恢复。`}</Box>
        {refused === null && <Trouble error={cancel.error} form />}
        <TextArea
          label="取消的原因"
          maxLength={200}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          error={missing ?? refused}
          placeholder="例如：当天有大雨，活动室漏水"
        />
      </Sheet>
    </>
  )
}
