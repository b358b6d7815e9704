import { Box } from '../../../ui/Box'
import type { QrProps } from './types.ts'
import styles from '../poster.module.scss'

/** Nothing is printed from a phone: where the code will be. */
export function Qr({ label }: QrProps) {
  return (
    <Box className={styles.code} role="img" label={label}>
      <Box className={styles.place}>打印时这里是二维码</Box>
    </Box>
  )
}
