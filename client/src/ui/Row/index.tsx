import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/types.ts'
import { Press } from '../Press'
import { Tag } from '../Tag'
import styles from './index.module.scss'

export type RowProps = {
  title: string
  /** A word about what it is, that tells it from its neighbours. */
  mark?: string
  note?: string
  /** Stands at the end of the row, e.g. `2 项`. */
  value?: string
  onClick?: () => void
  icon?: IconName
  /** A door of elder mode: its icon and its title are larger. */
  large?: boolean
  /** What stands beside the list is this one's. */
  chosen?: boolean
}

/** A line of a list. With onClick it is a button and bears a chevron. */
export function Row({ title, mark, note, value, onClick, icon, large = false, chosen = false }: RowProps) {
  // A short value without a note (姓名 演示甲) stays beside its title.
  const under = value !== undefined && note !== undefined
  const content = (
    <>
      {icon !== undefined && <Icon name={icon} size={large ? 36 : 24} />}
      <Box
        as="span"
        className={cx(under && styles.under, !under && styles.plain, icon !== undefined && styles.beside)}
      >
        <Box as="span" className={styles.words}>
          <Box as="span" className={large ? styles.heading : styles.title}>
            {title}
          </Box>
          {mark !== undefined && (
            <Tag tone="neutral" icon="info">
              {mark}
            </Tag>
          )}
          {note !== undefined && (
            <Box as="span" className={styles.note}>
              {note}
            </Box>
          )}
        </Box>
        {value !== undefined && (
          <Box as="span" className={cx(styles.value, under && styles.below)}>
            {value}
          </Box>
        )}
      </Box>
      {onClick !== undefined && <Icon name="chevron" size={20} />}
    </>
  )
  if (onClick === undefined)
    return <Box className={cx('line', styles.row, chosen && styles.chosen)}>{content}</Box>
  const label = [title, mark, note, value].filter((words) => words !== undefined).join('，')
  return (
    <Press
      className={cx('line', styles.row, styles.pressable, chosen && styles.chosen)}
      onClick={onClick}
      label={label}
      current={chosen ? 'true' : undefined}
    >
      {content}
    </Press>
  )
}
