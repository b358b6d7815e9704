import { type DueKind, sayClock } from '@tmt/shared/due.ts'
import { Managed } from '../../../activities/parts/managed.tsx'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Card } from '../../../ui/Card'
import { openDue } from '../kinds.ts'
import styles from '../board.module.scss'
import type { BesideProps } from './types.ts'

const beside: readonly DueKind[] = ['activityDraft', 'activitySoon', 'activityReview', 'activityUndated']

/** What was picked, beside the list: the feature's own view where it has one for this, else what is known and the way there. */
export function Beside({ due, now, onGone }: BesideProps) {
  if (beside.includes(due.kind)) return <Managed id={due.id} now={now} onGone={onGone} />
  return (
    <Card>
      <Box as="h2" className={styles.heading}>
        {due.title}
      </Box>
      <Box as="p" className={styles.note}>
        {[due.note, sayClock(due.until, now)].filter(Boolean).join(' · ')}
      </Box>
      <Button onClick={() => openDue(due)}>去办</Button>
    </Card>
  )
}
