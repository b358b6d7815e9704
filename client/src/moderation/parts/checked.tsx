import type { MyItem, QueueItem } from '@tmt/shared/moderation/contract.ts'
import { kindLabels, partLabels, stateLabels, whyHidden } from '@tmt/shared/moderation/labels.ts'
import type { ReactNode } from 'react'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { Picture } from '../../ui/Picture'
import { Tag, type Tone } from '../../ui/Tag'
import styles from './item.module.scss'

const tones: Record<MyItem['state'], Tone> = {
  checking: 'river',
  passed: 'leaf',
  review: 'ginkgo',
  kept: 'leaf',
  hidden: 'plum',
}
type Props = {
  item: MyItem | QueueItem
  picture?: QueueItem['picture']
  /** What is known besides, and what may be done. */
  children?: ReactNode
}
/** By what a button says which of several things it is about. */
export const nameOf = ({ excerpt }: { excerpt: string }) =>
  Array.from(excerpt.split('\n')[0]!).slice(0, 20).join('')

/** One thing that was looked at: what it is, its words or its picture, how it stands. */
export function Checked({ item, picture = null, children }: Props) {
  const { kind, part, state, excerpt } = item
  return (
    <Box as="li">
      <Card>
        <Box className={styles.item}>
          <Box as="h2" className={styles.heading}>
            {`${kindLabels[kind]}的${partLabels[part]}`}
          </Box>
          <Box>
            <Tag tone={tones[state]}>{stateLabels[state]}</Tag>
          </Box>
          {picture && <Picture picture={picture} size="picture" shape="whole" />}
          <Box as="p" className={styles.words}>
            {part === 'picture' ? `图片说明：${excerpt}` : excerpt}
          </Box>
          {state === 'hidden' && <Box as="p">{`隐藏的原因：${whyHidden(item)}`}</Box>}
          {children}
        </Box>
      </Card>
    </Box>
  )
}
