import type { Correction, NoticeDetail, NoticeWords } from '@tmt/shared/notices/contract.ts'
import { sayAudience } from '@tmt/shared/notices/audience-rules.ts'
import { kindLabels } from '@tmt/shared/notices/labels.ts'
import { sayWhen } from '@tmt/shared/notices/rules.ts'
import { changesBetween } from '@tmt/shared/notices/staff-rules.ts'
import { sayTime } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import styles from './corrections.module.scss'

type Props = { notice: NoticeDetail; now: number; as: 'h2' | 'h3' }

/** What was put right and when, the latest first; what stood before can be read. */
export function Corrections({ notice, now, as }: Props) {
  return (
    <Box as="section" className={styles.corrections}>
      <Box as={as} className={styles.heading}>
        更正记录
      </Box>
      <Box as="ol" className={styles.list} role="list">
        {notice.corrections.map((correction, i) => (
          <One
            key={correction.at}
            correction={correction}
            after={notice.corrections[i - 1]?.before ?? notice}
            now={now}
          />
        ))}
      </Box>
    </Box>
  )
}

function One({ correction, after, now }: { correction: Correction; after: NoticeWords; now: number }) {
  const [open, setOpen] = useState(false)
  const { at, note, before } = correction
  const changes = changesBetween(before, after)
  return (
    <Box as="li" className={styles.one}>
      <Box className={styles.at}>{sayTime(at, now)}</Box>
      <Box>{note}</Box>
      {changes.length > 0 && <Box className={styles.at}>{`改了：${changes.join('、')}`}</Box>}
      <Button
        kind="text"
        onClick={() => setOpen(!open)}
        label={`${open ? '收起' : '看'}原来的内容，${sayTime(at, now)} 更正之前的`}
      >
        {open ? '收起原来的内容' : '看原来的内容'}
      </Button>
      {open && (
        <Box className={styles.before} role="status">
          <Box className={styles.at}>以下已更正，不再算数</Box>
          <Box className={styles.was}>{before.title}</Box>
          <Box>
            {[kindLabels[before.kind], sayWhen(before, now), sayAudience(before)].filter(Boolean).join(' · ')}
          </Box>
          <Box className={styles.body}>{before.body}</Box>
          {before.phone !== null && <Box>{`电话：${before.phone}`}</Box>}
        </Box>
      )}
    </Box>
  )
}
