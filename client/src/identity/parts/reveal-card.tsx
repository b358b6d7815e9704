import type { RevealView } from '@tmt/shared/identity/contract.ts'
import { fieldLabels, outcomeLabels } from '@tmt/shared/identity/labels.ts'
import { sayTime } from '@tmt/shared/time.ts'
import type { ReactNode } from 'react'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Tag } from '../../ui/Tag'
import styles from './identity.module.scss'

type Props = { reveal: RevealView; now: number; children?: ReactNode }

/** Who looked at what of whom, and why. */
export function RevealCard({ reveal, now, children }: Props) {
  const { outcome, note } = reveal
  return (
    <Card>
      <Box className={styles.inner}>
        {outcome === null ? (
          <Tag tone="ginkgo" icon="clock">
            等复核
          </Tag>
        ) : (
          <Tag tone={outcome === 'fine' ? 'leaf' : 'plum'}>{outcomeLabels[outcome]}</Tag>
        )}
        <Box as="h3" className={styles.heading}>
          {`${reveal.by}看了${fieldLabels[reveal.field]}`}
        </Box>
        <Box as="p" className={styles.words}>{`理由：${reveal.reason}`}</Box>
        <Box as="p" className={styles.note}>
          {`${sayTime(reveal.at, now)} · ${reveal.communityName} · 看的是 ${reveal.of} · 查看人电话 ${reveal.byPhone}`}
        </Box>
        {note !== null && <Box as="p" className={styles.words}>{`复核意见：${note}`}</Box>}
        {children}
      </Box>
    </Card>
  )
}
