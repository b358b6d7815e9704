import { correctNotice, type ManagedNotice, publishNotice } from '@tmt/shared/notices/staff-contract.ts'
import { phaseOf } from '@tmt/shared/notices/rules.ts'
import { factsOf, obstacleToPublish } from '@tmt/shared/notices/staff-rules.ts'
import { go } from '../../platform/pages.ts'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import { usePublishNotice } from '../staff-requests.ts'

type Props = { notice: ManagedNotice; now: number; onDone: (notice: ManagedNotice) => void }

export function PublishAction({ notice, now, onDone }: Props) {
  const publish = usePublishNotice(onDone)
  const obstacle = obstacleToPublish(factsOf(notice), now)
  return (
    <>
      <Trouble error={publish.error} />
      <Button
        busy={publish.isPending}
        disabledReason={obstacle && `${publishNotice.refusals[obstacle].title}；请先改草稿`}
        onClick={() => publish.mutate({ id: notice.id, version: notice.version })}
        label={`发布：${notice.title}`}
      >
        发布
      </Button>
    </>
  )
}

/** A draft is changed in place; what is public is corrected, which everybody sees. */
export function ChangeAction({ notice, now }: Pick<Props, 'notice' | 'now'>) {
  const { refusals } = correctNotice
  const phase = phaseOf(notice, now)
  const reason =
    phase === 'withdrawn' ? refusals.withdrawn.title : phase === 'past' ? refusals.expired.title : null
  const word = phase === 'draft' ? '改草稿' : '更正'
  return (
    <Button
      kind="secondary"
      block
      disabledReason={reason}
      onClick={() => go('editNotice', { id: notice.id })}
      label={`${word}：${notice.title}`}
    >
      {word}
    </Button>
  )
}
