import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Icon } from '../Icon'
import styles from './index.module.scss'

export type Step = {
  title: string
  /** A date, as said: `10月13日 周二 09:30`. */
  when?: string
  state: 'done' | 'now' | 'todo'
}
export type StepsProps = { steps: readonly Step[] }

const words = { done: '已完成', now: '现在', todo: '还没到' } as const

/** How something goes on, with dates. */
export function Steps({ steps }: StepsProps) {
  return (
    <Box as="ol" className={styles.steps} role="list">
      {steps.map((step) => (
        <Box as="li" key={step.title} className={cx(styles.step, styles[step.state])}>
          <Box className={styles.mark} hidden>
            {step.state === 'done' && <Icon name="check" size={16} />}
          </Box>
          <Box className={styles.words}>
            <Box className={styles.title}>{step.title}</Box>
            <Box className={styles.when}>{[words[step.state], step.when].filter(Boolean).join(' · ')}</Box>
          </Box>
        </Box>
      ))}
    </Box>
  )
}
