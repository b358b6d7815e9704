import type { NoticeCard } from '@tmt/shared/notices/contract.ts'
import { kindLabels } from '@tmt/shared/notices/labels.ts'
import { isPressing, phaseOf } from '@tmt/shared/notices/rules.ts'
import { Box } from '../../ui/Box'
import { Tag } from '../../ui/Tag'
import styles from './notice.module.scss'

type Props = {
  notice: Pick<NoticeCard, 'kind' | 'status' | 'listedUntil' | 'urgent' | 'pinned' | 'endsAt' | 'correctedAt'>
  now: number
  /** It names the place where the reader lives. */
  forMe?: boolean
}

/** What it is, and what one must know of it before reading. */
export function Tags({ notice, now, forMe = false }: Props) {
  const phase = phaseOf(notice, now)
  return (
    <Box className={styles.tags}>
      {phase === 'withdrawn' && <Tag tone="plum">已撤回</Tag>}
      {phase === 'draft' && (
        <Tag tone="neutral" icon="edit">
          草稿
        </Tag>
      )}
      {phase === 'past' && (
        <Tag tone="neutral" icon="clock">
          往期
        </Tag>
      )}
      {isPressing(notice, now) && (
        <Tag tone="plum" icon="warning">
          紧急
        </Tag>
      )}
      {phase !== 'withdrawn' && notice.correctedAt !== null && (
        <Tag tone="ginkgo" icon="edit">
          有更正
        </Tag>
      )}
      {forMe && (
        <Tag tone="leaf" icon="home">
          与您有关
        </Tag>
      )}
      {phase === 'current' && notice.pinned && (
        <Tag tone="river" icon="pin">
          置顶
        </Tag>
      )}
      <Tag tone="neutral" icon="bell">
        {kindLabels[notice.kind]}
      </Tag>
    </Box>
  )
}
