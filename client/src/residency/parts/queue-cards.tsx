import { kindLabels } from '@tmt/shared/residency/labels.ts'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Tag } from '../../ui/Tag'
import { DueTag } from './claim-view.tsx'
import type { QueueRowsProps } from './queue-rows/types.ts'
import { StatusTag } from './status-tag.tsx'
import styles from './stack.module.scss'

export function Cards({ claims, now, onPick }: QueueRowsProps) {
  return (
    <Box as="ul" className={styles.list}>
      {claims.map((claim, at) => {
        const { id, placeName, door, name, kind, status, dueAt, conflict } = claim
        return (
          <Box as="li" key={id}>
            <Card onClick={() => onPick(at)} label={`${placeName} ${door}，${name}`}>
              <Box className={styles.head}>
                <Box as="h2" className={styles.title}>
                  {`${placeName} ${door}`}
                </Box>
                {status === 'pending' ? <DueTag dueAt={dueAt} now={now} /> : <StatusTag status={status} />}
              </Box>
              <Box as="p" className={styles.note}>
                {`${name} · ${kindLabels[kind]}`}
              </Box>
              {(conflict === 'relative' || conflict === 'ownClaim') && (
                <Tag tone="neutral" icon="users">
                  {conflict === 'relative' ? '您要回避' : '您自己的'}
                </Tag>
              )}
            </Card>
          </Box>
        )
      })}
    </Box>
  )
}
