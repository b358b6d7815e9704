import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'

type Props = {
  activity: ActivityDetail
  /** Of the draft, and the words of the button. */
  name: string
  verb: string
  title: string
  /** What it means. */
  text: string
  field: { label: string; placeholder: string; required: boolean; maxLength: number }
  busy: boolean
  error: Error | null
  onSend: (reason: string, done: () => void) => void
}

/** Something that is done to an activity with words that others read. What was typed stays until it was sent. */
export function ReasonAction({ activity, name, verb, title, text, field, ...rest }: Props) {
  const { busy, error, onSend } = rest
  const [open, setOpen] = useState(false)
  const [missing, setMissing] = useState(false)
  const draft = useDraft(`${name}:${activity.id}`, { reason: '' })
  const done = () => {
    draft.discard()
    setOpen(false)
  }
  const send = () => {
    const reason = draft.value.reason.trim()
    const short = field.required && reason.length < 2
    setMissing(short)
    if (!short) onSend(reason, done)
  }
  return (
    <>
      <Button kind="secondary" block onClick={() => setOpen(true)} label={`${verb}：${activity.title}`}>
        {verb}
      </Button>
      <Sheet
        open={open}
        title={title}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button busy={busy} onClick={send}>
              {verb}
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              先不
            </Button>
          </>
        }
      >
        <Box as="p">{text}</Box>
        <Trouble error={error} form />
        <TextArea
          label={field.label}
          required={field.required}
          maxLength={field.maxLength}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          error={missing ? '请写明，至少两个字' : null}
          placeholder={field.placeholder}
        />
      </Sheet>
    </>
  )
}
