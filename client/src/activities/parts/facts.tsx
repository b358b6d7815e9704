import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { accessibilityLabels, categoryLabels, residencyLabels } from '@tmt/shared/activities/labels.ts'
import { phaseOf } from '@tmt/shared/activities/phase.ts'
import { saySpan } from '@tmt/shared/time.ts'
import type { ReactNode } from 'react'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { CountBar } from '../../ui/CountBar'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/Icon/types.ts'
import { Picture } from '../../ui/Picture'
import { PhaseTag } from './phase-tag.tsx'
import { sayHost, sayLimits } from './limit-words.ts'
import { sayCount, sayDeadline } from './wording.ts'
import styles from './facts.module.scss'

type Props = {
  activity: ActivityDetail
  now: number
  /** False where the page's own head shows the title. */
  titled?: boolean
  /** On a wide window: what is known beside what is told. */
  columns?: boolean
  /** What may be done, under what is told. */
  children?: ReactNode
}

/** All that is known of an activity, in the order in which people ask. */
export function Facts({ activity: a, now, titled = true, columns = false, children }: Props) {
  const phase = phaseOf(a, now)
  const as = titled ? 'h3' : 'h2'
  return (
    <Box className={cx(styles.facts, columns && styles.columns)}>
      <Box className={styles.column}>
        <Box className={styles.head}>
          {titled && (
            <Box as="h2" className={styles.title}>
              {a.title}
            </Box>
          )}
          <PhaseTag phase={phase} />
        </Box>
        {a.hiddenWhy !== undefined && (
          <Box className={styles.cancelled} role="status">
            {`居民现在看不到这个活动。原因：${a.hiddenWhy}。可以修改后再看，发布的人也可以在“我发布的内容”里申诉。`}
          </Box>
        )}
        {a.status === 'cancelled' && (
          <Box className={styles.cancelled} role="status">
            {`活动已取消。原因：${a.cancelReason ?? '没有写明'}。已报名的不用再做什么，有疑问可打电话给社区。`}
          </Box>
        )}
        {a.drill && (
          <Box className={styles.told} role="status">
            这是演练，不是真的险情。
          </Box>
        )}
        {a.status === 'postponed' && (
          <Box className={styles.told} role="status">
            {`活动延期了，新的时间还没定。原因：${a.changeReason ?? '没有写明'}。定了时间会发消息给已报名的人；不想等可以取消报名，不算失约。`}
          </Box>
        )}
        {a.status === 'published' && a.movedAt !== undefined && now < a.startsAt && (
          <Box className={styles.told} role="status">
            {`时间或地点改过。${a.changeReason === undefined ? '' : `原因：${a.changeReason}。`}改之前报名的，去不了可以取消，不算失约。`}
          </Box>
        )}
        {a.status === 'draft' && a.returnReason !== undefined && (
          <Box className={styles.cancelled} role="status">
            {`社区退回来了，要改：${a.returnReason}`}
          </Box>
        )}
        {a.closing !== undefined && (
          <Box className={styles.told} role="status">
            {`办得怎么样：${a.closing}`}
          </Box>
        )}
        {a.poster && <Picture picture={a.poster} size="picture" shape="whole" />}
        <Box className={styles.rows}>
          <Fact
            icon="clock"
            name="时间"
            value={`${a.status === 'postponed' ? '原定 ' : ''}${saySpan(a.startsAt, a.endsAt, now)}`}
          />
          <Fact icon="location" name="地点" value={a.place} />
          <Fact icon="building" name="主办" value={`${sayHost(a)} · ${categoryLabels[a.category]}`} />
          <Fact icon="calendar" name="报名" value={sayDeadline(a.signupClosesAt, now)} />
          <Fact
            icon="users"
            name="谁能参加"
            value={[residencyLabels[a.residencyRequired], ...sayLimits(a)].join('；')}
          />
          {(a.accessibility ?? []).length > 0 && (
            <Fact
              icon="check"
              name="无障碍"
              value={a.accessibility!.map((one) => accessibilityLabels[one]).join('、')}
            />
          )}
        </Box>
        <CountBar value={a.confirmed} of={a.capacity} text={sayCount(a)} />
      </Box>
      <Box className={styles.column}>
        <Box as="section" className={styles.section}>
          <Box as={as} className={styles.heading}>
            做什么
          </Box>
          <Box as="p" className={styles.body}>
            {a.body}
          </Box>
        </Box>
        {a.riskNotice !== '' && (
          <Card>
            <Box as={as} className={styles.heading}>
              请注意
            </Box>
            <Box as="p" className={styles.body}>
              {a.riskNotice}
            </Box>
          </Card>
        )}
        {children}
      </Box>
    </Box>
  )
}

/** What people look for stands larger than what it is called. */
function Fact({ icon, name, value }: { icon: IconName; name: string; value: string }) {
  return (
    <Box className={cx('line', styles.fact)}>
      <Icon name={icon} />
      <Box className={styles.words}>
        <Box className={styles.name}>{name}</Box>
        <Box className={styles.value}>{value}</Box>
      </Box>
    </Box>
  )
}
