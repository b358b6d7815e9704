import { endAtCounter } from '@tmt/shared/helping/counter-contract.ts'
import { useState } from 'react'
import { checkForm } from '../../platform/form.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import styles from './helping.module.scss'

type Props = {
  title: string
  text: string
  /** On the button that does it. */
  does: string
  command: { mutate: (reason: string) => void; isPending: boolean; error: Error | null }
  onClose: () => void
}

/** What the person asked for is written down before it is done. */
export function ReasonSheet({ title, text, does, command, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const submit = () => {
    const wrong = checkForm(endAtCounter.body, { reason }, { reason: '请写本人怎么说的，至少 2 个字' })
    setMissing(wrong.reason ?? null)
    if (!wrong.reason) command.mutate(reason)
  }
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" busy={command.isPending} onClick={submit}>
            {does}
          </Button>
          <Button kind="secondary" block onClick={onClose}>
            先不办
          </Button>
        </>
      }
    >
      <Box as="p" className={styles.words}>
        {text}
      </Box>
      <TextArea
        label="理由"
        maxLength={100}
        rows={2}
        value={reason}
        onChange={setReason}
        error={missing}
        placeholder="例如：本人来窗口说不认识他"
      />
      <Trouble error={command.error} />
    </Sheet>
  )
}
