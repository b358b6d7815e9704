import { View } from '@tarojs/components'
import { ariaProps } from '../aria'
import { cx } from '../cx.ts'
import type { PressProps } from './types.ts'
import styles from './index.module.scss'

/** What is pressed and has no look of its own: rows, tabs, switches. A button unless `role` says otherwise. */
export function Press({ onClick, className, style, children, role = 'button', ...aria }: PressProps) {
  return (
    <View
      className={cx(styles.press, className)}
      hoverClass={styles.pressed}
      style={style}
      onClick={onClick}
      {...ariaProps({ role, ...aria })}
    >
      {children}
    </View>
  )
}
