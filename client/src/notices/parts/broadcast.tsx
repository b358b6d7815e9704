import { broadcastOf } from '@tmt/shared/notices/broadcast-rules.ts'
import { useState } from 'react'
import { copy } from '../../platform/copy'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import type { Shown } from './shown.ts'
import styles from './outputs.module.scss'

/** What is read over the loudspeaker, ready to be taken along. */
export function Broadcast({ notice, now }: { notice: Shown; now: number }) {
  const [said, setSaid] = useState('')
  const { text, seconds, shortened } = broadcastOf(notice, now)
  const take = () =>
    void copy(text).then((ok) =>
      setSaid(ok ? '已复制，粘贴到广播软件或微信里就行。' : '没有复制成，请长按文字复制。'),
    )
  return (
    <Box className={styles.output}>
      <Box as="p" className={styles.note}>
        {`念两遍，大约 ${seconds} 秒。${shortened ? '内容长，已按时间截短，其余请看公告栏。' : ''}`}
      </Box>
      <Box as="p" className={styles.paper}>
        {text}
      </Box>
      <Button kind="secondary" block onClick={take}>
        复制广播稿
      </Button>
      <Box role="status">{said}</Box>
    </Box>
  )
}
