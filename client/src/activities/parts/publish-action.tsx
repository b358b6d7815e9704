import { type ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { editActivity, publishActivity } from '@tmt/shared/activities/staff-contract.ts'
import { obstacleToPublish } from '@tmt/shared/activities/rules.ts'
import { go } from '../../platform/pages.ts'
import { Button } from '../../ui/Button'
import { usePublishActivity } from '../staff-requests.ts'
import { Trouble } from '../../ui/Trouble'

type Props = { activity: ActivityDetail; now: number; onDone: (activity: ActivityDetail) => void }

export function PublishAction({ activity, now, onDone }: Props) {
  const publish = usePublishActivity(onDone)
  const obstacle = obstacleToPublish(activity, now)
  return (
    <>
      <Trouble error={publish.error} />
      <Button
        busy={publish.isPending}
        disabledReason={obstacle && `${publishActivity.refusals[obstacle].title}；请先修改时间`}
        onClick={() => publish.mutate({ id: activity.id, version: activity.version })}
        label={`发布：${activity.title}`}
      >
        发布
      </Button>
    </>
  )
}

/** 照这个再办一次: everything but its times and its picture. */
export function CopyAction({ activity }: Pick<Props, 'activity'>) {
  return (
    <Button
      kind="secondary"
      block
      onClick={() => go('editActivity', { community: activity.communityId, from: activity.id })}
      label={`照这个再办一次：${activity.title}`}
    >
      照这个再办一次
    </Button>
  )
}

export function EditAction({ activity, now }: Pick<Props, 'activity' | 'now'>) {
  const { refusals } = editActivity
  const over = activity.status === 'published' && now >= activity.endsAt
  const reason =
    activity.status === 'cancelled'
      ? refusals.cancelled.title
      : activity.status === 'review'
        ? refusals.inReview.title
        : over
          ? refusals.ended.title
          : null
  return (
    <Button
      kind="secondary"
      block
      disabledReason={reason}
      onClick={() => go('editActivity', { id: activity.id })}
      label={`修改：${activity.title}`}
    >
      修改
    </Button>
  )
}
