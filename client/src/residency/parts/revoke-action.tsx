import type { Reason } from '@tmt/shared/residency/contract.ts'
import { reasonLabels } from '@tmt/shared/residency/labels.ts'
import { reasonsFor } from '@tmt/shared/residency/rules.ts'
import { type Claim, revokeClaim } from '@tmt/shared/residency/staff-contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { ChoiceField } from '../../ui/ChoiceField'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { Trouble } from '../../ui/Trouble'
import { useRevoke } from '../requests.ts'

/** Takes a verified home back, with a reason that the person reads. */
export function RevokeAction({ claim }: { claim: Claim }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const revoke = useRevoke(() => setOpen(false))
  const { id, version } = claim
  const bare = reason === 'other' && note.trim() === ''
  const send = () => {
    setTried(true)
    if (reason !== null && !bare) revoke.mutate({ id, version, reason, note: note.trim() })
  }
  return (
    <>
      <Button
        kind="danger"
        onClick={() => setOpen(true)}
        label={`收回核验：${claim.placeName} ${claim.door}`}
      >
        收回核验
      </Button>
      <Sheet
        open={open}
        title="要收回这处核验吗？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={revoke.isPending} onClick={send}>
              收回核验
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              不收回
            </Button>
          </>
        }
      >
        <Box as="p">收回后，本人就不能再参加只收这里居民的活动；他会看到原因，可以再交一次。</Box>
        <Trouble error={revoke.error} form />
        <ChoiceField
          label="原因"
          options={reasonsFor.revoked.map((one) => ({ value: one, label: reasonLabels[one] }))}
          value={reason}
          onChange={setReason}
          error={tried && reason === null ? '请选一个原因，登记的人会看到' : null}
        />
        <TextArea
          label="说明"
          maxLength={200}
          value={note}
          onChange={setNote}
          error={tried && bare ? revokeClaim.refusals.noteNeeded.title : null}
        />
      </Sheet>
    </>
  )
}
