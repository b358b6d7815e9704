import type { ActivityDetail } from '@tmt/shared/activities/contract.ts'
import { categoryLabels, residencyLabels } from '@tmt/shared/activities/labels.ts'
import { phaseOf } from '@tmt/shared/activities/rules.ts'
import { saySpan } from '@tmt/shared/time.ts'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { CountBar } from '../../ui/CountBar'
import { Row } from '../../ui/Row'
import { PhaseTag } from './phase-tag.tsx'
import { sayCount, sayDeadline } from './wording.ts'
import styles from './facts.module.scss'

type Props = {
  activity: ActivityDetail
  now: number
  /** False where the page's own head shows the title. */
  titled?: boolean
}

/** All that is known of an activity, in the order in which people ask. */
export function Facts({ activity: a, now, titled = true }: Props) {
  const phase = phaseOf(a, now)
  return (
    <Box className={styles.facts}>
      <Box className={styles.head}>
        {titled && (
          <Box as="h2" className={styles.title}>
            {a.title}
          </Box>
        )}
        <PhaseTag phase={phase} />
      </Box>
      {a.status === 'cancelled' && (
        <Box className={styles.cancelled} role="status">
          {`活动已取消。原因:${a.cancelReason ?? '没有写明'}。已报名的不用再做什么,有疑问可打电话给社区。`}
        </Box>
      )}
      <Box className={styles.rows}>
        <Row icon="clock" title="时间" note={saySpan(a.startsAt, a.endsAt, now)} />
        <Row icon="location" title="地点" note={a.place} />
        <Row icon="building" title="主办" note={`${a.communityName} · ${categoryLabels[a.category]}`} />
        <Row icon="calendar" title="报名" note={sayDeadline(a.signupClosesAt, now)} />
        <Row icon="users" title="谁能参加" note={residencyLabels[a.residencyRequired]} />
      </Box>
      <CountBar value={a.confirmed} of={a.capacity} text={sayCount(a)} />
      <Box as="section" className={styles.section}>
        <Box as="h3" className={styles.heading}>
          做什么
        </Box>
        <Box as="p" className={styles.body}>
          {a.body}
        </Box>
      </Box>
      {a.riskNotice !== '' && (
        <Card>
          <Box as="h3" className={styles.heading}>
            请注意
          </Box>
          <Box as="p" className={styles.body}>
            {a.riskNotice}
          </Box>
        </Card>
      )}
    </Box>
  )
}
