import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { useState } from 'react'
import * as clock from '../../platform/clock.ts'
import { useDesk } from '../../platform/desk.ts'
import { useDraft } from '../../platform/drafts.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { goInstead } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { useCreateActivity } from '../staff-requests.ts'
import { ActivityFields } from './activity-fields.tsx'
import { Restored, Wrong } from '../../ui/FormNotes'
import { checkFacts, copyOf, emptyForm, errorsOf, fieldNames } from './form-value.ts'
import { Trouble } from '../../ui/Trouble'
import styles from './form.module.scss'

type Props = { community: string; now: number; from?: ActivityDetail | undefined }

/** A new activity. What is typed is kept on this device until it was sent. */
export function NewForm({ community, now, from }: Props) {
  const draft = useDraft(
    `activity:new:${community}${from ? `:${from.id}` : ''}`,
    from ? copyOf(from) : emptyForm,
  )
  const desk = useDesk(community)
  const [errors, setErrors] = useState<FieldErrors>({})
  const create = useCreateActivity((made) => {
    draft.discard()
    goInstead('managedActivity', { id: made.id, said: made.status === 'draft' ? 'saved' : 'published' })
  })
  const submit = (publish: boolean) => {
    create.reset()
    const { facts, errors: wrong } = checkFacts(
      draft.value,
      { kind: publish ? 'publish' : 'draft' },
      clock.now(),
    )
    setErrors(wrong ?? {})
    if (facts) create.mutate({ communityId: community, ...facts, publish })
  }
  const shown = { ...errors, ...errorsOf(create.error) }
  return (
    <Page
      title="新建活动"
      {...desk}
      footer={
        <Box className={styles.buttons}>
          {Object.keys(shown).length > 0 ? (
            <Wrong errors={shown} names={fieldNames} />
          ) : (
            <Trouble error={create.error} form />
          )}
          <Box className={styles.pair}>
            <Box className={styles.half}>
              <Button kind="secondary" block busy={create.isPending} onClick={() => submit(false)}>
                先存草稿
              </Button>
            </Box>
            <Box className={styles.half}>
              <Button busy={create.isPending} onClick={() => submit(true)}>
                发布
              </Button>
            </Box>
          </Box>
        </Box>
      }
    >
      {draft.restored && <Restored onDiscard={() => draft.discard()} />}
      <ActivityFields value={draft.value} change={draft.change} errors={shown} now={now} />
    </Page>
  )
}
