import { ariaProps } from '../aria'
import { cx } from '../cx.ts'
import type { PressProps } from './types.ts'
import styles from './index.module.scss'

/** What is pressed and has no look of its own: a real button, so that the keyboard works. Put spans in it. */
export function Press({ onClick, className, style, children, ...aria }: PressProps) {
  return (
    <button
      type="button"
      className={cx(styles.press, className)}
      style={style}
      onClick={onClick}
      {...ariaProps(aria)}
    >
      {children}
    </button>
  )
}
