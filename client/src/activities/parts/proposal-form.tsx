import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { useState } from 'react'
import * as clock from '../../platform/clock.ts'
import { useDraft } from '../../platform/drafts.ts'
import type { FieldErrors } from '../../platform/form.ts'
import { goInstead } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Restored, Wrong } from '../../ui/FormNotes'
import { Page } from '../../ui/Page'
import { Trouble } from '../../ui/Trouble'
import { useDiscardProposal, useEditProposal, usePropose } from '../proposal-requests.ts'
import { ActivityFields } from './activity-fields.tsx'
import { checkFacts, emptyForm, errorsOf, fieldNames, formOf } from './form-value.ts'
import styles from './form.module.scss'

type Props = { community: string; now: number; activity?: ActivityDetail }

/** What an organisation writes: kept for itself, or handed in to the community. */
export function ProposalForm({ community, now, activity }: Props) {
  const key = activity ? `proposal:${activity.id}` : `proposal:new:${community}`
  const draft = useDraft(key, activity ? formOf(activity) : emptyForm)
  const [errors, setErrors] = useState<FieldErrors>({})
  const done = () => {
    draft.discard()
    goInstead('proposals')
  }
  const create = usePropose(done)
  const edit = useEditProposal(done)
  const discard = useDiscardProposal(done)
  const busy = create.isPending || edit.isPending
  const error = create.error ?? edit.error ?? discard.error
  const send = (submit: boolean) => {
    create.reset()
    edit.reset()
    const purpose = { kind: submit ? ('publish' as const) : ('draft' as const) }
    const { facts, errors: wrong } = checkFacts(draft.value, purpose, clock.now())
    setErrors(wrong ?? {})
    if (!facts) return
    if (activity) edit.mutate({ id: activity.id, version: activity.version, ...facts, submit })
    else create.mutate({ communityId: community, ...facts, submit })
  }
  const shown = { ...errors, ...errorsOf(error) }
  return (
    <Page
      title={activity ? '修改活动' : '写一个活动'}
      demo={activity?.demo ?? false}
      footer={
        <Box className={styles.buttons}>
          {Object.keys(shown).length > 0 ? (
            <Wrong errors={shown} names={fieldNames} />
          ) : (
            <Trouble error={error} form />
          )}
          <Box className={styles.pair}>
            <Box className={styles.half}>
              <Button kind="secondary" block busy={busy} onClick={() => send(false)}>
                先存着
              </Button>
            </Box>
            <Box className={styles.half}>
              <Button busy={busy} onClick={() => send(true)}>
                交给社区审核
              </Button>
            </Box>
          </Box>
        </Box>
      }
    >
      {activity?.returnReason !== undefined && (
        <Box as="p" role="status">{`社区退回来了，要改：${activity.returnReason}`}</Box>
      )}
      {draft.restored && <Restored onDiscard={() => draft.discard()} />}
      <ActivityFields value={draft.value} change={draft.change} errors={shown} now={now} />
      {activity && (
        <Button
          kind="text"
          busy={discard.isPending}
          onClick={() => discard.mutate({ id: activity.id })}
          label={`删除，不办了：${activity.title}`}
        >
          删除，不办了
        </Button>
      )}
    </Page>
  )
}
