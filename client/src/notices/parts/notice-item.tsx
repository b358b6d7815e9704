import type { NoticeCard } from '@tmt/shared/notices/contract.ts'
import { sayAudience } from '@tmt/shared/notices/audience-rules.ts'
import { sayWhen } from '@tmt/shared/notices/rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/Icon'
import { Tags } from './tags.tsx'
import styles from './notice.module.scss'

type Props = {
  notice: NoticeCard
  now: number
  onClick: () => void
  /** This one stands open beside the list. */
  chosen?: boolean
  /** For staff: how many have read it. */
  reads?: number | undefined
  /** It names the place where the reader lives. */
  forMe?: boolean
}

/** One notice in a list: what, when, and whose it is. */
export function NoticeItem({ notice, now, onClick, chosen = false, reads, forMe = false }: Props) {
  const when = sayWhen(notice, now)
  const audience = sayAudience(notice, true)
  const published = notice.publishedAt === null ? '还没发布' : `${sayTime(notice.publishedAt, now)} 发布`
  const from = [notice.divisionName, published, reads !== undefined && `读过 ${reads} 人`].filter(Boolean)
  return (
    <Box as="li" className={cx(chosen && styles.chosen)}>
      <Card onClick={onClick} label={chosen ? `${notice.title}，右边是它的全文` : notice.title}>
        <Tags notice={notice} now={now} forMe={forMe} />
        <Box as="h2" className={styles.title}>
          {notice.title}
        </Box>
        {when !== null && (
          <Box className={styles.when}>
            <Icon name="clock" size={20} />
            <Box as="span" className={styles.words}>
              {when}
            </Box>
          </Box>
        )}
        {audience !== null && (
          <Box className={styles.when}>
            <Icon name="users" size={20} />
            <Box as="span" className={styles.words}>
              {`面向 ${audience}`}
            </Box>
          </Box>
        )}
        <Box className={styles.line}>
          <Icon name="building" size={18} />
          <Box as="span" className={styles.words}>
            {from.join(' · ')}
          </Box>
        </Box>
      </Card>
    </Box>
  )
}
