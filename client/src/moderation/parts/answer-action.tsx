import { decideAppeal, type QueueItem } from '@tmt/shared/moderation/contract.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { sayError } from '../../platform/errors.ts'
import { checkForm } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { StateView } from '../../ui/StateView'
import { TextArea } from '../../ui/TextArea'
import { useDecideAppeal } from '../requests.ts'
import { nameOf } from './checked.tsx'

type Props = { item: QueueItem; onDone: () => void; disabledReason: string | null }

/** Answers an appeal; somebody else than who hid it. */
export function AnswerAction({ item, onDone, disabledReason }: Props) {
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const draft = useDraft(`appeal-answer:${item.id}`, { answer: '' })
  const decide = useDecideAppeal(() => {
    draft.discard()
    setOpen(false)
    onDone()
  })
  const submit = (outcome: 'granted' | 'refused') => {
    const input = { outcome, answer: draft.value.answer }
    const wrong = checkForm(decideAppeal.body, input, { answer: '请写一句答复，发布的人会看到' }).answer
    setMissing(wrong ?? null)
    if (wrong === undefined) decide.mutate({ id: item.id, ...input })
  }
  return (
    <>
      <Button
        disabledReason={disabledReason}
        onClick={() => setOpen(true)}
        label={`答复申诉：${nameOf(item)}`}
      >
        答复申诉
      </Button>
      <Sheet
        open={open}
        title="答复申诉"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button busy={decide.isPending} onClick={() => submit('granted')}>
              恢复显示
            </Button>
            <Button kind="danger" busy={decide.isPending} onClick={() => submit('refused')}>
              维持隐藏
            </Button>
          </>
        }
      >
        <Box as="p">{`申诉的理由：${item.appeal?.text ?? ''}`}</Box>
        {decide.error && <StateView kind="refused" title={sayError(decide.error)} />}
        <TextArea
          label="给发布人的答复"
          maxLength={200}
          value={draft.value.answer}
          onChange={(answer) => draft.change({ answer })}
          error={missing}
        />
      </Sheet>
    </>
  )
}
