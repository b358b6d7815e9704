import type { Message } from '@tmt/shared/messages/inbox-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Tag } from '../../ui/Tag'
import { sayLead } from './leads.ts'
import styles from './parts.module.scss'

type Props = { message: Message; now: number; onClick: () => void }

/** One message, whole: nobody has to open it to know what it says. */
export function MessageItem({ message, now, onClick }: Props) {
  const { title, body, at, readAt, urgent, about } = message
  const state = readAt === null ? '未读' : '已读'
  return (
    <Box as="li">
      <Card
        onClick={onClick}
        label={`${title}，${state}，${sayTime(at, now)}${about ? `，${sayLead(about)}` : ''}`}
      >
        <Box className={styles.head}>
          <Box as="h2" className={styles.title}>
            {title}
          </Box>
          {urgent && <Tag tone="ginkgo">紧急</Tag>}
          {readAt === null && (
            <Tag tone="river" icon="message">
              未读
            </Tag>
          )}
        </Box>
        <Box as="p" className={styles.body}>
          {body}
        </Box>
        <Box className={styles.foot}>
          <Box as="span">{sayTime(at, now)}</Box>
          {about && (
            <Box as="span" className={styles.link}>
              {sayLead(about)}
            </Box>
          )}
        </Box>
      </Card>
    </Box>
  )
}
