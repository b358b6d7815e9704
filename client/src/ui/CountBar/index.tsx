import { Box } from '../Box'
import styles from './index.module.scss'

export type CountBarProps = {
  value: number
  /** The base. */
  of: number
  /** The counts and their base in words: `已报名 12 / 名额 30`. Never a bare percentage. */
  text: string
}

/** The bar is decoration: the words say it all. */
export function CountBar({ value, of, text }: CountBarProps) {
  const part = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0
  return (
    <Box className={styles.count}>
      <Box className={styles.text}>{text}</Box>
      <Box className={styles.bar} hidden>
        <Box className={styles.part} style={{ width: `${part * 100}%` }} />
      </Box>
    </Box>
  )
}
