import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { isOut } from '@tmt/shared/activities/phase.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { go } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { useManagedActivity } from '../staff-requests.ts'
import { CancelAction } from './cancel-action.tsx'
import { DiscardAction } from './discard-action.tsx'
import { Facts } from './facts.tsx'
import { LifeActions, OverlapHint, ReviewActions } from './life-actions.tsx'
import { CopyAction, EditAction, PublishAction } from './publish-action.tsx'
import { rightsOver } from './rights.ts'
import { Roster } from './roster.tsx'
import styles from './managed.module.scss'

/** What has just been done elsewhere, told on arriving here. */
export type Told = 'saved' | 'changed' | 'published'
type Props = {
  id: string
  now: number
  told?: Told | undefined
  onGone: () => void
  /** False where the page's own head shows the title. */
  titled?: boolean
  /** On a wide window: what is known beside what may be done. */
  columns?: boolean
}

const arrivals: Record<Exclude<Told, 'published'>, string> = {
  saved: '草稿已存好，居民还看不到。看过没问题，再点“发布”。',
  changed:
    '已改好，居民看到的是新内容。时间、地点有变的，已报名的人会收到消息；不常看手机的人，请在名单里看电话告诉他们。',
}
const sayPublished = ({ startsAt, communityName }: ActivityDetail, now: number) =>
  `已发布，${communityName}的居民现在就能看到和报名。活动 ${sayTime(startsAt, now)} 开始。`

/** One activity as its staff see it: the facts, what may be done now, and who signed up. */
export function Managed({ id, now, told, onGone, titled = true, columns = false }: Props) {
  const query = useManagedActivity(id)
  return (
    <Loaded query={query} skeleton={{ kind: 'detail' }}>
      {(activity) => <Known key={activity.id} {...{ activity, now, told, onGone, titled, columns }} />}
    </Loaded>
  )
}

type KnownProps = Omit<Props, 'id'> & { activity: ActivityDetail; titled: boolean; columns: boolean }
function Known({ activity, now, told, onGone, titled, columns }: KnownProps) {
  const { id } = activity
  const me = useSession((s) => s.me)
  const [said, setSaid] = useState(
    told === 'published' ? sayPublished(activity, now) : told ? arrivals[told] : '',
  )
  const rights = rightsOver(me, activity.communityId, now)
  const isDraft = activity.status === 'draft'
  const published = (done: ActivityDetail) => setSaid(sayPublished(done, now))
  const cancelled = ({ confirmed }: ActivityDetail) =>
    setSaid(
      confirmed > 0
        ? '已取消，报名的人会收到消息和原因；不常看手机的人，请在名单里看电话告诉他们。'
        : '已取消。居民会看到“已取消”和原因。',
    )
  return (
    <Box className={styles.managed}>
      <Box className={styles.done} role="status">
        {said}
      </Box>
      <Facts activity={activity} now={now} titled={titled} columns={columns}>
        <OverlapHint activity={activity} now={now} />
        <Box className={styles.actions}>
          {activity.status === 'review' && rights.publish && (
            <ReviewActions activity={activity} now={now} say={setSaid} onGone={onGone} />
          )}
          {isDraft && rights.publish && <PublishAction activity={activity} now={now} onDone={published} />}
          {rights.write && <EditAction activity={activity} now={now} />}
          {rights.write && <CopyAction activity={activity} />}
          {isOut(activity.status) && rights.publish && (
            <LifeActions activity={activity} now={now} say={setSaid} />
          )}
          {isOut(activity.status) && rights.publish && (
            <CancelAction activity={activity} now={now} onDone={cancelled} />
          )}
          {isDraft && rights.write && <DiscardAction activity={activity} onDone={onGone} />}
        </Box>
        {activity.status === 'published' && rights.publish && (
          <Button
            kind="secondary"
            block
            label={`签到台：${activity.title}`}
            onClick={() => go('checkinDesk', { id })}
          >
            签到台
          </Button>
        )}
        {isOut(activity.status) && rights.publish && (
          <Roster activity={activity} now={now} as={titled ? 'h3' : 'h2'} />
        )}
        {!isDraft && !rights.publish && (
          <Box as="p" className={styles.note}>
            报名名单只给本村（社区）的工作人员看，这里只有人数。
          </Box>
        )}
      </Facts>
    </Box>
  )
}
