import { cardLines } from '@tmt/shared/notices/rules.ts'
import { useState } from 'react'
import { Box } from '../../ui/Box'
import { Chips } from '../../ui/Chips'
import { Broadcast } from './broadcast.tsx'
import { NoticeText } from './notice-text.tsx'
import { Poster } from './poster.tsx'
import { PrintButton } from './print-button'
import type { Shown } from './shown.ts'
import styles from './outputs.module.scss'

const ways = [
  { value: 'page', label: '页面' },
  { value: 'card', label: '群卡片' },
  { value: 'print', label: '打印' },
  { value: 'broadcast', label: '广播' },
] as const
type Way = (typeof ways)[number]['value']
type Props = {
  notice: Shown
  now: number
  as: 'h2' | 'h3'
  /** Where the page itself is not what stands beside: while it is being written. */
  page?: boolean
}

/** Written once, it goes out in these ways; each as it will be. */
export function Outputs({ notice, now, as, page = false }: Props) {
  const [way, setWay] = useState<Way>(page ? 'page' : 'card')
  return (
    <Box as="section" className={styles.outputs}>
      <Box as={as} className={styles.heading}>
        {page ? '发出去是这样的' : '发到别处'}
      </Box>
      <Chips
        label="看哪一种"
        options={page ? ways : ways.filter(({ value }) => value !== 'page')}
        value={way}
        onChange={setWay}
      />
      {way === 'page' && (
        <Box className={styles.framed}>
          <NoticeText notice={{ ...notice, id: notice.id ?? '' }} now={now} />
        </Box>
      )}
      {way === 'card' && <GroupCard notice={notice} now={now} />}
      {way === 'print' && (
        <Box className={styles.output}>
          <Poster notice={notice} now={now} />
          {notice.id !== null && notice.status !== 'draft' && <PrintButton id={notice.id} />}
        </Box>
      )}
      {way === 'broadcast' && <Broadcast notice={notice} now={now} />}
    </Box>
  )
}

function GroupCard({ notice, now }: { notice: Shown; now: number }) {
  const [what, when] = cardLines({ ...notice, correctedAt: notice.corrections[0]?.at ?? null }, now)
  return (
    <Box className={styles.output}>
      <Box as="p" className={styles.note}>
        在微信里打开通知，点右上角“…”转发到居民群，群里看到的是：
      </Box>
      <Box className={styles.card}>
        <Box className={styles.line}>{what}</Box>
        <Box className={styles.line}>{when}</Box>
        <Box className={styles.app}>泰民通</Box>
      </Box>
    </Box>
  )
}
