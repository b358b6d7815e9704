import { Box } from '../Box'
import styles from './index.module.scss'

export type SkeletonProps = {
  /** Cards, paragraphs or fields drawn. Default 3. */
  rows?: number
  kind?: 'list' | 'detail' | 'form'
}

const lines = { list: ['long', 'short'], detail: ['long', 'long', 'short'], form: ['short', 'box'] } as const

/** The shape of what is coming. It stands still: a pulse tires the eye and tells nothing. */
export function Skeleton({ rows = 3, kind = 'list' }: SkeletonProps) {
  return (
    <Box className={styles.skeleton} role="status" label="正在读取" busy>
      {Array.from({ length: rows }, (_, row) => (
        <Box key={row} className={styles[kind]} hidden>
          {lines[kind].map((line, index) => (
            <Box key={index} className={styles[line]} />
          ))}
        </Box>
      ))}
    </Box>
  )
}
