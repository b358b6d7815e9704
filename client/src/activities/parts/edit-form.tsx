import { type ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { editActivity } from '@tmt/shared/activities/staff-contract.ts'
import { hasListed, isMoved } from '@tmt/shared/activities/rules.ts'
import { useEffect, useState } from 'react'
import * as clock from '../../platform/clock.ts'
import { useDesk } from '../../platform/desk.ts'
import { useDraft } from '../../platform/drafts.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { goInstead } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { TextArea } from '../../ui/TextArea'
import { useEditActivity } from '../staff-requests.ts'
import { ActivityFields } from './activity-fields.tsx'
import { Behind, Restored, Wrong } from '../../ui/FormNotes'
import { checkFacts, errorsOf, fieldNames, formOf, saysTheSame } from './form-value.ts'
import { Trouble } from '../../ui/Trouble'
import styles from './form.module.scss'

type Props = { activity: ActivityDetail; now: number }

/** Changes an activity that stands. The version that was read goes along, so that no colleague's change is overwritten. */
export function EditForm({ activity, now }: Props) {
  const draft = useDraft(`activity:${activity.id}`, formOf(activity))
  const desk = useDesk(activity.communityId)
  const [errors, setErrors] = useState<FieldErrors>({})
  const saved = (done: ActivityDetail) => {
    draft.discard(formOf(done))
    goInstead('managedActivity', { id: done.id, said: done.status === 'draft' ? 'saved' : 'changed' })
  }
  const edit = useEditActivity(saved)
  // The draft is of an older version than the server has: found on opening, or told by `stale`.
  const older = draft.value.version !== activity.version
  // What I wrote is what stands: it had arrived, only its answer was lost.
  const arrived = older && saysTheSame(draft.value, formOf(activity))
  const behind = older && !arrived
  useEffect(() => {
    if (!arrived) return
    if (edit.isError) saved(activity)
    else draft.discard(formOf(activity))
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it is found out
  }, [arrived])
  const { startsAt, endsAt, place } = draft.value
  const times = { startsAt: startsAt ?? 0, endsAt: endsAt ?? 0, place: place.trim() }
  const moved =
    activity.status === 'postponed' || (activity.status === 'published' && isMoved(activity, times))
  const asks = moved && hasListed(activity)
  const submit = () => {
    edit.reset()
    const { facts, errors: wrong } = checkFacts(draft.value, { kind: 'edit', activity }, clock.now())
    setErrors(wrong ?? {})
    if (!facts) return
    const reason = draft.value.reason.trim()
    if (asks && reason.length < 2) return setErrors({ reason: editActivity.refusals.reasonMissing.title })
    edit.mutate({
      id: activity.id,
      version: activity.version,
      ...facts,
      ...(moved && reason.length >= 2 && { reason }),
    })
  }
  const shown = { ...errors, ...errorsOf(edit.error) }
  return (
    <Page
      title="修改活动"
      demo={activity.demo}
      {...desk}
      footer={
        <Box className={styles.buttons}>
          {Object.keys(shown).length > 0 ? (
            <Wrong errors={shown} names={fieldNames} />
          ) : (
            <Trouble error={behind ? null : edit.error} form />
          )}
          <Button
            busy={edit.isPending}
            disabledReason={behind ? editActivity.refusals.stale.title : null}
            onClick={submit}
          >
            {activity.status === 'draft' ? '存草稿' : '保存修改'}
          </Button>
        </Box>
      }
    >
      {behind ? (
        <Behind
          title={activity.title}
          onKeep={() => draft.change({ version: activity.version })}
          onTake={() => draft.discard(formOf(activity))}
        />
      ) : (
        draft.restored && <Restored onDiscard={() => draft.discard(formOf(activity))} />
      )}
      <ActivityFields value={draft.value} change={draft.change} errors={shown} now={now} />
      {asks && (
        <TextArea
          label={fieldNames.reason}
          hint={`已有 ${activity.confirmed} 人报名${activity.waiting > 0 ? `、${activity.waiting} 人候补` : ''}，他们会收到这句话；去不了的可以取消，不算失约`}
          maxLength={200}
          value={draft.value.reason}
          onChange={(reason) => draft.change({ reason })}
          error={shown.reason ?? null}
        />
      )}
    </Page>
  )
}
