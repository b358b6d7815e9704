import type { Reason } from '@tmt/shared/residency/contract.ts'
import { reasonLabels } from '@tmt/shared/residency/labels.ts'
import { reasonsFor } from '@tmt/shared/residency/rules.ts'
import { revokeClaim, type Claim } from '@tmt/shared/residency/staff-contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import { useRevoke } from '../claim-requests.ts'

type Props = { claim: Claim; onDone: (said: string) => void }

/** Takes back what was verified, with a reason that the person will read. */
export function Revoke({ claim, onDone }: Props) {
  const { id, version, placeName, door } = claim
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  const revoke = useRevoke(() => {
    setOpen(false)
    onDone(`已收回：${placeName} ${door}。本人打开“我的住处”会看到原因。`)
  })
  const why =
    reason === null
      ? '请选一个原因'
      : reason === 'other' && note.trim() === ''
        ? revokeClaim.refusals.noteNeeded.title
        : null
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)} label={`收回核验：${placeName} ${door}`}>
        收回核验
      </Button>
      <Sheet
        open={open}
        title="要收回这处核验吗？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              kind="danger"
              busy={revoke.isPending}
              disabledReason={why}
              onClick={() => reason && revoke.mutate({ id, version, reason, note: note.trim() })}
            >
              收回核验
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              先不
            </Button>
          </>
        }
      >
        <Trouble error={revoke.error} form />
        <Box as="p">收回后，本人不再是这里的已核验居民，可以再交一次。</Box>
        <ChoiceField
          label="原因"
          hint="本人会看到"
          options={reasonsFor.revoked.map((value) => ({ value, label: reasonLabels[value] }))}
          value={reason}
          onChange={setReason}
        />
        <TextArea
          label="再说几句"
          required={reason === 'other'}
          maxLength={200}
          value={note}
          onChange={setNote}
        />
      </Sheet>
    </>
  )
}
