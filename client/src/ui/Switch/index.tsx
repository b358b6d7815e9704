import { Box } from '../Box'
import { cx } from '../cx.ts'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/types.ts'
import { Press } from '../Press'
import styles from './index.module.scss'

export type SwitchProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  label: string
  note?: string
  icon?: IconName
}

/** The whole row switches. Beside the knob stands the word. */
export function Switch({ checked, onChange, label, note, icon }: SwitchProps) {
  return (
    <Press
      className={cx('line', styles.row)}
      role="switch"
      label={note === undefined ? label : `${label}，${note}`}
      checked={checked}
      onClick={() => onChange(!checked)}
    >
      {icon !== undefined && <Icon name={icon} />}
      <Box as="span" className={cx(styles.words, icon !== undefined && styles.beside)}>
        <Box as="span" className={styles.label}>
          {label}
        </Box>
        {note !== undefined && (
          <Box as="span" className={styles.note}>
            {note}
          </Box>
        )}
      </Box>
      <Box as="span" className={styles.state}>
        {checked ? '已开' : '已关'}
      </Box>
      <Box as="span" className={cx(styles.track, checked && styles.on)}>
        <Box as="span" className={styles.knob} />
      </Box>
    </Press>
  )
}
