import { stopHelping, useHelping } from '../../platform/helping.ts'
import { Box } from '../Box'
import { Button } from '../Button'
import { Icon } from '../Icon'
import styles from './index.module.scss'

/** In whose place I act, on every page, and the way back. */
export function HelpBand() {
  const acting = useHelping()
  if (!acting) return null
  return (
    <Box as="section" className={styles.helping} role="status">
      <Icon name="users" size={18} />
      <Box as="span" className={styles.bandWords}>
        {`正在帮 ${acting.name} 办理`}
      </Box>
      <Button kind="text" onClick={stopHelping} label={`结束：不再帮 ${acting.name} 办理，回到自己的账号`}>
        结束
      </Button>
    </Box>
  )
}
