import { Box } from '../Box'
import { Icon } from '../Icon'
import styles from './index.module.scss'

/** Instead of a picture that can't be fetched: what it shows. */
export function Missing({ alt }: { alt: string }) {
  return (
    <Box className={styles.missing}>
      <Icon name="picture" size={20} />
      <Box as="span" className={styles.words}>
        {alt === '' ? '图片暂时显示不了' : `图片暂时显示不了：${alt}`}
      </Box>
    </Box>
  )
}
