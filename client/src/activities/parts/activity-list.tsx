import type { ActivityCard } from '@tmt/shared/activities/contract.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { ActivityItem } from './activity-item.tsx'
import styles from './activity-list.module.scss'

type Props = {
  activities: readonly ActivityCard[]
  now: number
  /** Default: opens the activity's page. */
  onPick?: (id: string) => void
  chosen?: string | undefined
  as?: 'h2' | 'h3'
}

export function ActivityList({
  activities,
  now,
  onPick = (id) => go('activity', { id }),
  chosen,
  as,
}: Props) {
  return (
    <Box as="ul" className={styles.list}>
      {activities.map((activity) => (
        <ActivityItem
          key={activity.id}
          activity={activity}
          now={now}
          onClick={() => onPick(activity.id)}
          chosen={activity.id === chosen}
          as={as}
        />
      ))}
    </Box>
  )
}
