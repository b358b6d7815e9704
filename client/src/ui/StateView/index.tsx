import { Box } from '../Box'
import { Button } from '../Button'
import { Icon } from '../Icon'
import type { IconName } from '../Icon/types.ts'
import { PhoneLink } from '../PhoneBar/link'
import styles from './index.module.scss'

export type StateViewProps = {
  kind: 'empty' | 'failed' | 'offline' | 'refused'
  title: string
  text?: string
  /** The next step. */
  action?: { label: string; onClick: () => void }
  /** The number that works. Default: where something failed. */
  phone?: boolean
}

const icons: Record<StateViewProps['kind'], IconName> = {
  empty: 'document',
  failed: 'warning',
  offline: 'offline',
  refused: 'info',
}

/** What a page says when it has nothing to show. */
export function StateView({ kind, title, text, action, phone = kind === 'failed' }: StateViewProps) {
  return (
    <Box className={styles.state} role={kind === 'empty' ? undefined : 'alert'}>
      <Box className={styles[kind]}>
        <Icon name={icons[kind]} size={40} />
      </Box>
      <Box as="p" className={styles.title}>
        {title}
      </Box>
      {text !== undefined && (
        <Box as="p" className={styles.text}>
          {text}
        </Box>
      )}
      {action !== undefined && (
        <Box>
          <Button kind="secondary" onClick={action.onClick}>
            {action.label}
          </Button>
        </Box>
      )}
      {phone && <PhoneLink number="12345" of="政务服务热线" />}
    </Box>
  )
}
