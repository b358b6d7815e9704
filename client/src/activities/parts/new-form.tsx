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
import { useCreateSeries } from '../life-requests.ts'
import { useCreateActivity } from '../staff-requests.ts'
import { ActivityFields } from './activity-fields.tsx'
import { Restored, Wrong } from '../../ui/FormNotes'
import { checkFacts, copyOf, emptyForm, errorsOf, fieldNames } from './form-value.ts'
import { checkRepeat, once, RepeatFields, repeatNames } from './repeat-fields.tsx'
import { Trouble } from '../../ui/Trouble'
import styles from './form.module.scss'

const names = { ...fieldNames, ...repeatNames }

type Props = { community: string; now: number; from?: ActivityDetail | undefined }

/** A new activity. What is typed is kept on this device until it was sent. */
export function NewForm({ community, now, from }: Props) {
  const draft = useDraft(
    `activity:new:${community}${from ? `:${from.id}` : ''}`,
    from ? copyOf(from) : emptyForm,
  )
  const desk = useDesk(community)
  const [errors, setErrors] = useState<FieldErrors>({})
  const repeat = useDraft(`activity:series:${community}${from ? `:${from.id}` : ''}`, once)
  const create = useCreateActivity((made) => {
    draft.discard()
    repeat.discard()
    goInstead('managedActivity', { id: made.id, said: made.status === 'draft' ? 'saved' : 'published' })
  })
  const createAll = useCreateSeries(() => {
    draft.discard()
    repeat.discard()
    goInstead('manageActivities', { community })
  })
  const submit = (publish: boolean) => {
    create.reset()
    createAll.reset()
    const { facts, errors: wrong } = checkFacts(
      draft.value,
      { kind: publish ? 'publish' : 'draft' },
      clock.now(),
    )
    const { series, errors: others } = checkRepeat(repeat.value)
    const several = series !== null && facts?.poster !== undefined
    const found = { ...wrong, ...others, ...(several && { poster: '重复的活动，建好后在每一次里加图' }) }
    setErrors(found)
    if (!facts || Object.keys(found).length > 0) return
    if (series === null) return create.mutate({ communityId: community, ...facts, publish })
    const { poster: _file, posterAlt: _alt, ...plain } = facts
    createAll.mutate({ communityId: community, ...plain, ...series, publish })
  }
  const failed = create.error ?? createAll.error
  const busy = create.isPending || createAll.isPending
  const shown = { ...errors, ...errorsOf(failed) }
  return (
    <Page
      title="新建活动"
      {...desk}
      footer={
        <Box className={styles.buttons}>
          {Object.keys(shown).length > 0 ? (
            <Wrong errors={shown} names={names} />
          ) : (
            <Trouble error={failed} form />
          )}
          <Box className={styles.pair}>
            <Box className={styles.half}>
              <Button kind="secondary" block busy={busy} onClick={() => submit(false)}>
                先存草稿
              </Button>
            </Box>
            <Box className={styles.half}>
              <Button busy={busy} onClick={() => submit(true)}>
                发布
              </Button>
            </Box>
          </Box>
        </Box>
      }
    >
      {draft.restored && <Restored onDiscard={() => draft.discard()} />}
      <ActivityFields value={draft.value} change={draft.change} errors={shown} now={now} />
      <RepeatFields value={repeat.value} change={repeat.change} errors={shown} />
    </Page>
  )
}
