import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { obstacleToArchive, obstacleToPostpone } from '@tmt/shared/activities/life-rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import { useArchive, useCancelFollowing, useOverlaps, usePostpone, useReview } from '../life-requests.ts'
import { ReasonAction } from './reason-action.tsx'
import styles from './managed.module.scss'

type Props = { activity: ActivityDetail; now: number; say: (words: string) => void }

/** What becomes of an activity that is out: put off, called off with those that follow, put among the old ones. */
export function LifeActions({ activity, now, say }: Props) {
  const postpone = usePostpone()
  const archive = useArchive()
  const following = useCancelFollowing()
  const { id } = activity
  const late = obstacleToPostpone(activity, now)
  const early = obstacleToArchive(activity, now)
  return (
    <>
      {late === null && (
        <ReasonAction
          activity={activity}
          name="postpone"
          verb="延期"
          title="要延期，新的时间还没定吗？"
          text="报名的人名额都留着，会收到原因，随时可以取消。定了新的时间，用“修改”写上。"
          field={{ label: '延期的原因', placeholder: '例如：老师病了', required: true, maxLength: 200 }}
          busy={postpone.isPending}
          error={postpone.error}
          onSend={(reason, done) =>
            postpone.mutate(
              { id, reason },
              { onSuccess: () => (done(), say('已延期，报名的人会收到消息和原因。')) },
            )
          }
        />
      )}
      {activity.seriesId !== undefined && late === null && (
        <ReasonAction
          activity={activity}
          name="cancel-following"
          verb="取消这次和后面各次"
          title="要取消这次和后面各次吗？"
          text="报名的人都会收到原因。取消后不能恢复。"
          field={{ label: '取消的原因', placeholder: '例如：活动室装修', required: true, maxLength: 200 }}
          busy={following.isPending}
          error={following.error}
          onSend={(reason, done) =>
            following.mutate(
              { id, reason },
              { onSuccess: ({ cancelled }) => (done(), say(`已取消 ${cancelled} 次。`)) },
            )
          }
        />
      )}
      {early === null && (
        <ReasonAction
          activity={activity}
          name="archive"
          verb={activity.archivedAt === undefined ? '归档' : '写总结'}
          title="办得怎么样？"
          text="居民看得到这句话；不要写人名和检查结果。结束 30 天后也会自动归档。"
          field={{
            label: '总结',
            placeholder: '例如：来了 20 人，都学会了',
            required: false,
            maxLength: 300,
          }}
          busy={archive.isPending}
          error={archive.error}
          onSend={(closing, done) =>
            archive.mutate(
              { id, ...(closing !== '' && { closing }) },
              { onSuccess: () => (done(), say('已归档，在往期里还看得到。')) },
            )
          }
        />
      )}
    </>
  )
}

/** Lets out what an organisation handed in, or sends it back with what has to be mended. */
export function ReviewActions({ activity, say, onGone }: Props & { onGone: () => void }) {
  const review = useReview()
  const { id, version } = activity
  const name = activity.host?.name ?? '对方'
  return (
    <>
      <Trouble error={review.error} />
      <Button
        busy={review.isPending}
        label={`通过并发布：${activity.title}`}
        onClick={() =>
          review.mutate(
            { id, version, outcome: 'publish' },
            { onSuccess: () => say(`已发布，${name}会收到消息。`) },
          )
        }
      >
        通过并发布
      </Button>
      <ReasonAction
        activity={activity}
        name="return"
        verb="退回去改"
        title={`要退给${name}改吗？`}
        text="对方会收到您写的话，改好再交。"
        field={{ label: '要改什么', placeholder: '例如：写清要不要钱', required: true, maxLength: 200 }}
        busy={review.isPending}
        error={review.error}
        onSend={(reason, done) =>
          review.mutate({ id, version, outcome: 'return', reason }, { onSuccess: () => (done(), onGone()) })
        }
      />
    </>
  )
}

/** The same place at the same time: a hint, since two may well share a square. */
export function OverlapHint({ activity, now }: Pick<Props, 'activity' | 'now'>) {
  const coming = activity.status !== 'cancelled' && activity.status !== 'postponed' && now < activity.endsAt
  const { data } = useOverlaps(activity, coming)
  if (!coming || !data || data.items.length === 0) return null
  const others = data.items.map(({ title, startsAt }) => `“${title}”（${sayTime(startsAt, now)}）`).join('、')
  return (
    <Box as="p" className={styles.note} role="status">
      {`同一个地方，时间和${others}重叠；用得开就不用改。`}
    </Box>
  )
}
