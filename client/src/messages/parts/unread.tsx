import { useDidShow } from '@tarojs/taro'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Row } from '../../ui/Row'
import { useUnread } from '../requests.ts'
import styles from './parts.module.scss'
import { sayUnread } from './wording.ts'

/** The door to the inbox on 我的, with what waits there. */
export function InboxRow() {
  const { unread, refresh } = useUnread()
  useDidShow(refresh)
  return (
    <Row
      icon="bell"
      title="我的消息"
      note="活动的变更、取消和提醒"
      value={unread > 0 ? `${sayUnread(unread)}未读` : undefined}
      onClick={() => go('messages')}
    />
  )
}

/** The same on 首页, there only when something waits. */
export function UnreadRow({ large = false }: { large?: boolean }) {
  const { unread, refresh } = useUnread()
  useDidShow(refresh)
  if (unread === 0) return null
  return (
    <Box className={styles.rows}>
      <Row
        icon="bell"
        large={large}
        title={`您有 ${sayUnread(unread)}新消息`}
        note="活动的变更、取消和提醒"
        onClick={() => go('messages')}
      />
    </Box>
  )
}
