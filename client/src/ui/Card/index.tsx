import { useId, type ReactNode } from 'react'
import { Box } from '../Box'
import { Press } from '../Press'
import styles from './index.module.scss'

export type CardProps = {
  /** Pressing anywhere on it. Buttons inside of it still work by themselves. */
  onClick?: () => void
  /** What the press is called; without it the card's own words are. */
  label?: string
  children: ReactNode
}

/**
 * A pressable card has one button spread over it and its content beside that button, not in it: headings and
 * buttons inside stay what they are for a screen reader.
 */
export function Card({ onClick, label, children }: CardProps) {
  const id = useId()
  if (onClick === undefined) {
    return (
      <Box className={styles.card}>
        <Box className={styles.content}>{children}</Box>
      </Box>
    )
  }
  return (
    <Box className={styles.card}>
      <Press
        className={styles.spread}
        onClick={onClick}
        label={label}
        labelledBy={label === undefined ? id : undefined}
      />
      <Box id={id} className={styles.content}>
        {children}
      </Box>
    </Box>
  )
}
