import type { ManagedNotice } from '@tmt/shared/notices/staff-contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { Trouble } from '../../ui/Trouble'
import { useDiscardNotice } from '../staff-requests.ts'

/** Deletes a draft, which nobody but the staff has seen. */
export function DiscardAction({ notice, onDone }: { notice: ManagedNotice; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const discard = useDiscardNotice(onDone)
  return (
    <>
      <Button kind="text" onClick={() => setOpen(true)} label={`删除草稿：${notice.title}`}>
        删除草稿
      </Button>
      <Sheet
        open={open}
        title="要删除这份草稿吗？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button kind="danger" busy={discard.isPending} onClick={() => discard.mutate({ id: notice.id })}>
              删除草稿
            </Button>
            <Button kind="secondary" block onClick={() => setOpen(false)}>
              留着
            </Button>
          </>
        }
      >
        <Trouble error={discard.error} />
        <Box as="p">居民没有看到过它。删除后找不回来。</Box>
      </Sheet>
    </>
  )
}
