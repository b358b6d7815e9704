import { View } from '@tarojs/components'
import { ariaProps } from '../aria'
import { Box } from '../Box'
import { Icon } from '../Icon'
import { Press } from '../Press'
import type { SheetProps } from './types.ts'
import styles from './index.module.scss'

export type { SheetProps } from './types.ts'

export function Sheet({ open, title, onClose, children, actions }: SheetProps) {
  if (!open) return null
  return (
    <View className={styles.layer}>
      <View className={styles.shade} catchMove onClick={onClose} {...ariaProps({ hidden: true })} />
      <View className={styles.sheet} {...ariaProps({ role: 'dialog', label: title, modal: true })}>
        <Box className={styles.inner}>
          <Box className={styles.head}>
            <Box as="h2" className={styles.title}>
              {title}
            </Box>
            <Press className={styles.close} onClick={onClose} label="关闭">
              <Icon name="close" />
            </Press>
          </Box>
          <Box className={styles.body}>{children}</Box>
          {actions !== undefined && <Box className={styles.actions}>{actions}</Box>}
        </Box>
      </View>
    </View>
  )
}
