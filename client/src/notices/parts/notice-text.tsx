import type { NoticeDetail } from '@tmt/shared/notices/contract.ts'
import { sayAudience } from '@tmt/shared/notices/audience-rules.ts'
import { phaseOf, sayWhen } from '@tmt/shared/notices/rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import type { ReactNode } from 'react'
import { Box } from '../../ui/Box'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/Icon'
import { PhoneLink } from '../../ui/PhoneBar/link'
import { isForMe, useHomesAt } from './audience.ts'
import { Corrections } from './corrections.tsx'
import { Tags } from './tags.tsx'
import styles from './notice-text.module.scss'

type Props = {
  notice: NoticeDetail
  now: number
  /** False where the page's own head shows the title. */
  titled?: boolean
  /** On a wide window: what is told beside what may be done. */
  columns?: boolean
  /** What may be done, under what is told. */
  children?: ReactNode
}

/** All that a notice says, in the order in which people ask: whether it still holds, when, what, whom to ring. */
export function NoticeText({ notice: n, now, titled = true, columns = false, children }: Props) {
  const when = sayWhen(n, now)
  const audience = sayAudience(n)
  const homes = useHomesAt(n.division, [n])
  const [last] = n.corrections
  const published = n.publishedAt === null ? '还没发布' : `${sayTime(n.publishedAt, now)} 发布`
  return (
    <Box className={cx(styles.notice, columns && styles.columns)}>
      <Box className={styles.column}>
        <Tags notice={{ ...n, correctedAt: last?.at ?? null }} now={now} forMe={isForMe(n, homes)} />
        {titled && (
          <Box as="h2" className={styles.title}>
            {n.title}
          </Box>
        )}
        <Standing notice={n} now={now} />
        {when !== null && (
          <Box className={styles.when}>
            <Icon name="clock" />
            <Box as="span" className={styles.words}>
              {when}
            </Box>
          </Box>
        )}
        {audience !== null && (
          <Box className={styles.when}>
            <Icon name="users" />
            <Box as="span" className={styles.words}>
              {`面向 ${audience}`}
            </Box>
          </Box>
        )}
        <Box as="p" className={styles.body}>
          {n.body}
        </Box>
        {n.phone !== null && <PhoneLink number={n.phone} of="问这件事" />}
        <Box as="p" className={styles.from}>
          {`${n.divisionName} · ${published}`}
        </Box>
      </Box>
      <Box className={styles.column}>
        {n.corrections.length > 0 && <Corrections notice={n} now={now} as={titled ? 'h3' : 'h2'} />}
        {children}
      </Box>
    </Box>
  )
}

/** Why it does not hold any more, or holds differently. */
function Standing({ notice: n, now }: { notice: NoticeDetail; now: number }) {
  const phase = phaseOf(n, now)
  if (phase === 'withdrawn') {
    return (
      <Box className={styles.withdrawn} role="status">
        {`这条通知已于 ${sayTime(n.withdrawnAt ?? n.changedAt, now)} 撤回，不再算数。原因：${n.withdrawReason ?? '没有写明'}。`}
      </Box>
    )
  }
  if (phase === 'past') {
    return (
      <Box className={styles.past} role="status">
        这是往期通知，事情已经过去，留着供查看。
      </Box>
    )
  }
  const [last] = n.corrections
  return last ? (
    <Box className={styles.corrected} role="status">
      {`更正（${sayTime(last.at, now)}）：${last.note}。下面是更正后的内容。`}
    </Box>
  ) : null
}
