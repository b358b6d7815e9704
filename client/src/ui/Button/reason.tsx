import { Box } from '../Box'
import { Icon } from '../Icon'
import styles from './index.module.scss'

/** Why a button can't be pressed; `told` turns up after a press on it, and is then read aloud. */
export function Reason({ id, told = false, children }: { id?: string; told?: boolean; children: string }) {
  return (
    <Box id={id} className={told ? `${styles.reason} ${styles.told}` : styles.reason}>
      <Icon name="info" size={18} />
      <Box as="span" className={styles.reasonWords}>
        {children}
      </Box>
    </Box>
  )
}
