import { editNotice, type ManagedNotice } from '@tmt/shared/notices/staff-contract.ts'
import { useEffect, useState } from 'react'
import * as clock from '../../platform/clock.ts'
import { useDesk } from '../../platform/desk.ts'
import { useDraft } from '../../platform/drafts.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { goInstead } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Behind, Restored } from '../../ui/FormNotes'
import { useCorrectNotice, useEditNotice } from '../staff-requests.ts'
import { checkFacts, errorsOf, formOf, saysTheSame } from './form-value.ts'
import { FormPage } from './form-page.tsx'

type Props = { notice: ManagedNotice; now: number }

/** Changes a draft, or corrects what is public. The version that was read goes along, so that nobody's change is overwritten. */
export function ChangeForm({ notice, now }: Props) {
  const { id, division, version } = notice
  const correcting = notice.status !== 'draft'
  const draft = useDraft(`notice:${id}`, formOf(notice))
  const desk = useDesk(division)
  const [errors, setErrors] = useState<FieldErrors>({})
  const saved = (done: ManagedNotice) => {
    draft.discard(formOf(done))
    goInstead('managedNotice', { id, said: correcting ? 'corrected' : 'saved' })
  }
  const edit = useEditNotice(saved)
  const correct = useCorrectNotice(saved)
  const sent = correcting ? correct : edit
  // The draft is of an older version than the server has: found on opening, or told by `stale`.
  const older = draft.value.version !== version
  // What I wrote is what stands: it had arrived, only its answer was lost.
  const arrived = older && saysTheSame(draft.value, formOf(notice))
  const behind = older && !arrived
  useEffect(() => {
    if (!arrived) return
    if (sent.isError) saved(notice)
    else draft.discard(formOf(notice))
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is found out
  }, [arrived])
  const submit = () => {
    sent.reset()
    const { note } = draft.value
    const purpose = correcting ? ({ kind: 'correct', notice, note } as const) : ({ kind: 'draft' } as const)
    const { facts, errors: wrong } = checkFacts(draft.value, purpose, clock.now())
    setErrors(wrong ?? {})
    if (!facts) return
    if (correcting) correct.mutate({ id, version, note, ...facts })
    else edit.mutate({ id, version, ...facts })
  }
  return (
    <FormPage
      title={correcting ? '更正通知' : '改草稿'}
      {...{ division, desk, now, notice, draft }}
      place={notice.divisionName}
      errors={{ ...errors, ...errorsOf(sent.error) }}
      error={behind ? null : sent.error}
      above={
        <>
          {correcting && (
            <Card>
              <Box as="p">原来的内容会留在“更正记录”里，居民能看到改了什么。</Box>
            </Card>
          )}
          {behind ? (
            <Behind
              title={notice.title}
              onKeep={() => draft.change({ version })}
              onTake={() => draft.discard(formOf(notice))}
            />
          ) : (
            draft.restored && <Restored onDiscard={() => draft.discard(formOf(notice))} />
          )}
        </>
      }
    >
      <Button
        busy={sent.isPending}
        disabledReason={behind ? editNotice.refusals.stale.title : null}
        onClick={submit}
      >
        {correcting ? '发布更正' : '存草稿'}
      </Button>
    </FormPage>
  )
}
