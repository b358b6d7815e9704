import type { QueueItem } from '@tmt/shared/moderation/contract.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { sayError } from '../../platform/errors.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { StateView } from '../../ui/StateView'
import { useHide } from '../requests.ts'
import { type Because, BecauseFields, missingIn } from './because.tsx'
import { nameOf } from './checked.tsx'

type Props = { item: QueueItem; onDone: () => void; disabledReason: string | null }

/** Hides something, with a reason that its author is told. */
export function HideAction({ item, onDone, disabledReason }: Props) {
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>({})
  const draft = useDraft<Because>(`hide:${item.id}`, { reason: null, note: '' })
  const hide = useHide(() => {
    draft.discard()
    setOpen(false)
    onDone()
  })
  const submit = () => {
    const { reason, note } = draft.value
    const wrong = missingIn(draft.value)
    setMissing(wrong)
    if (reason !== null && Object.keys(wrong).length === 0) hide.mutate({ id: item.id, reason, note })
  }
  return (
    <>
      <Button
        kind="danger"
        disabledReason={disabledReason}
        onClick={() => setOpen(true)}
        label={`隐藏：${nameOf(item)}`}
      >
        隐藏
      </Button>
      <Sheet
        open={open}
        title="隐藏这项内容"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={hide.isPending} onClick={submit}>
              隐藏
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              不隐藏
            </Button>
          </>
        }
      >
        <Box as="p">居民看不到它了。发布的人会看到原因，可以申诉一次，由另一位工作人员答复。</Box>
        {hide.error && <StateView kind="refused" title={sayError(hide.error)} />}
        <BecauseFields label="为什么隐藏" value={draft.value} onChange={draft.change} error={missing} />
      </Sheet>
    </>
  )
}
