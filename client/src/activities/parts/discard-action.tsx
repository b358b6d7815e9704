import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { useDiscardDraft } from '../staff-requests.ts'
import { Trouble } from '../../ui/Trouble'

/** Deletes a draft, which nobody but the staff has seen. */
export function DiscardAction({ activity, onDone }: { activity: ActivityDetail; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const discard = useDiscardDraft(onDone)
  return (
    <>
      <Button kind="text" onClick={() => setOpen(true)} label={`删除草稿：${activity.title}`}>
        删除草稿
      </Button>
      <Sheet
        open={open}
        title="要删除这份草稿吗？"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button
              kind="danger"
              busy={discard.isPending}
              onClick={() => discard.mutate({ id: activity.id })}
            >
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
