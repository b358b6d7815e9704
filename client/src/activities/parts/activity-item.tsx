import type { ActivityCard } from '@tmt/shared/activities/contract.ts'
import { categoryLabels } from '@tmt/shared/activities/labels.ts'
import { phaseOf } from '@tmt/shared/activities/phase.ts'
import { saySpan } from '@tmt/shared/time.ts'
import type { ReactNode } from 'react'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/Icon/types.ts'
import { Picture } from '../../ui/Picture'
import { Tag } from '../../ui/Tag'
import { PhaseTag } from './phase-tag.tsx'
import { sayDeadline, sayFree } from './wording.ts'
import styles from './activity-item.module.scss'

type Props = {
  activity: ActivityCard
  now: number
  onClick: () => void
  /** Instead of the phase: how my sign-up stands, say. */
  tag?: ReactNode
  /** What happens next, in words. */
  next?: string | null
  /** Under a section's heading it is a smaller one. */
  as?: 'h2' | 'h3'
  /** This one's details stand beside the list. */
  chosen?: boolean
}

/** One activity in a list: what, when, where, and whether there is still room. */
export function ActivityItem({ activity, now, onClick, tag, next = null, as = 'h2', chosen = false }: Props) {
  const phase = phaseOf(activity, now)
  return (
    <Box as="li" className={chosen ? styles.chosen : undefined}>
      <Card onClick={onClick} label={chosen ? `${activity.title}，右边是它的详情` : activity.title}>
        {activity.poster && <Picture picture={activity.poster} size="thumbnail" shape="band" />}
        <Box className={styles.head}>
          <Box as={as} className={styles.title}>
            {activity.title}
          </Box>
          {tag ?? <PhaseTag phase={phase} />}
          {activity.hiddenWhy !== undefined && <Tag tone="plum">已隐藏</Tag>}
        </Box>
        <Line icon="clock">{saySpan(activity.startsAt, activity.endsAt, now)}</Line>
        <Line icon="location">{`${activity.place} · ${activity.communityName}`}</Line>
        <Line icon="users">
          {`${categoryLabels[activity.category]} · ${phase === 'open' ? sayFree(activity) : `已报名 ${activity.confirmed} 人`}`}
        </Line>
        {(phase === 'open' || phase === 'waitlist') && (
          <Line icon="calendar">{`报名 ${sayDeadline(activity.signupClosesAt, now)}`}</Line>
        )}
        {next !== null && <Line icon="info">{next}</Line>}
      </Card>
    </Box>
  )
}

function Line({ icon, children }: { icon: IconName; children: string }) {
  return (
    <Box className={styles.line}>
      <Icon name={icon} size={18} />
      <Box as="span" className={styles.words}>
        {children}
      </Box>
    </Box>
  )
}
