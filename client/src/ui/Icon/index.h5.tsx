import type { CSSProperties } from 'react'
import { drawings } from './drawings.ts'
import type { IconProps } from './types.ts'
import styles from './index.module.scss'

export function Icon({ name, size = 24, label }: IconProps) {
  return (
    <svg
      className={styles.icon}
      style={{ '--size': String(size) } as CSSProperties}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={drawings[name]} />
    </svg>
  )
}
