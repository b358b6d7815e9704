import { appealHiding, type MyItem } from '@tmt/shared/moderation/contract.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { sayError } from '../../platform/errors.ts'
import { checkForm } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { StateView } from '../../ui/StateView'
import { TextArea } from '../../ui/TextArea'
import { useAppeal } from '../requests.ts'
import { nameOf } from './checked.tsx'

/** Asks once that a hiding be looked at again. */
export function AppealAction({ item, onDone }: { item: MyItem; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const draft = useDraft(`appeal:${item.id}`, { text: '' })
  const appeal = useAppeal(() => {
    draft.discard()
    setOpen(false)
    onDone()
  })
  const submit = () => {
    const wrong = checkForm(appealHiding.body, draft.value, { text: '请写明理由，至少 2 个字' }).text
    setMissing(wrong ?? null)
    if (wrong === undefined) appeal.mutate({ id: item.id, ...draft.value })
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} label={`申诉：${nameOf(item)}`}>
        申诉
      </Button>
      <Sheet
        open={open}
        title="申诉"
        onClose={() => setOpen(false)}
        actions={
          <Button busy={appeal.isPending} onClick={submit}>
            提交申诉
          </Button>
        }
      >
        <Box as="p">每次隐藏可以申诉一次，由没有参与隐藏的工作人员答复。</Box>
        {appeal.error && <StateView kind="refused" title={sayError(appeal.error)} />}
        <TextArea
          label="理由"
          maxLength={300}
          value={draft.value.text}
          onChange={(text) => draft.change({ text })}
          error={missing}
        />
      </Sheet>
    </>
  )
}
