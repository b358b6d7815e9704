import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/types.ts'
import styles from './index.module.scss'

export type Tone = 'river' | 'leaf' | 'ginkgo' | 'plum' | 'neutral'
export type TagProps = {
  tone: Tone
  /** Default: one that goes with the tone, so that no colour stands alone. */
  icon?: IconName
  children: string
}

const icons: Record<Tone, IconName> = {
  river: 'clock',
  leaf: 'check',
  ginkgo: 'warning',
  plum: 'ban',
  neutral: 'minus',
}

/** A state: always a word and an icon. */
export function Tag({ tone, icon = icons[tone], children }: TagProps) {
  return (
    <Box as="span" className={cx(styles.tag, styles[tone])}>
      <Icon name={icon} size={16} />
      <Box as="span" className={styles.word}>
        {children}
      </Box>
    </Box>
  )
}
