import { type Due, type DueKind, sayClock } from '@tmt/shared/due.ts'
import { sayEnd, sayTime } from '@tmt/shared/time.ts'
import { Managed } from '../../../activities/parts/managed.tsx'
import { Managed as ManagedNotice } from '../../../notices/parts/managed.tsx'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Row } from '../../../ui/Row'
import { KeyLines } from '../key-help.tsx'
import { openDue } from '../kinds.ts'
import styles from '../board.module.scss'
import type { BesideProps } from './types.ts'

const beside: readonly DueKind[] = ['activityDraft', 'activitySoon', 'activityReview', 'activityUndated']

/** What was picked, beside the list: the feature's own view where it has one for this, else what is known and the way there. */
export function Beside({ due, now, onGone }: BesideProps) {
  if (beside.includes(due.kind)) return <Managed id={due.id} now={now} onGone={onGone} />
  if (due.kind === 'noticeDraft') return <ManagedNotice id={due.id} now={now} onGone={onGone} />
  return (
    <Box className={styles.list}>
      <Known due={due} now={now} />
      <Box as="section" className={styles.group}>
        <Box as="h3" className={styles.heading}>
          按键
        </Box>
        <KeyLines />
      </Box>
    </Box>
  )
}

/** What is worked off in a list of its own. */
const lists: Partial<Record<DueKind, string>> = {
  homeClaim: '核验住处',
  contentLook: '等人看的内容',
  cardCheck: '管理电话名片',
}

/** Opening it leaves a line in the log of what was looked at, so nothing of the person stands here beforehand. */
function Known({ due, now }: Pick<BesideProps, 'due' | 'now'>) {
  const where = lists[due.kind]
  return (
    <>
      <Box as="h2" className={styles.heading}>
        {due.title}
      </Box>
      <Box className={styles.rows}>
        <Row icon="info" title="是什么" note={due.note} />
        <Row icon="clock" title="什么时候到期" note={sayDeadline(due, now)} />
        <Row icon="calendar" title="从什么时候起等着" note={sayTime(due.since, now)} />
        {where !== undefined && <Row icon="list" title="在哪里办" note={where} />}
      </Box>
      <Button onClick={() => openDue(due)}>去办</Button>
    </>
  )
}

function sayDeadline({ until }: Due, now: number) {
  return until === null ? '没有期限' : `${sayEnd(until, now)}，${sayClock(until, now)}`
}
