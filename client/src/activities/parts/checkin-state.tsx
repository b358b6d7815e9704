import { outcomeLabels } from '@tmt/shared/activities/checkin-labels.ts'
import { useOnline } from '../../platform/network'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import type { Checkins } from '../checkin-staff-requests.ts'
import styles from './checkin.module.scss'

/** What waits on this phone, and what the server would not take, with why. */
export function CheckinState({ state, keeps, send, upload, read }: Checkins) {
  const online = useOnline()
  const count = state.waiting.length
  return (
    <Box className={styles.stack}>
      <Box role="status" className={count > 0 ? styles.waits : styles.done}>
        {count === 0
          ? ''
          : `还有 ${count} 条没有上传，${!online ? '连上网络会自己传' : send.isError ? '过半分钟会自己再传' : '正在传'}；都存在这部手机上，关掉也不会丢。`}
      </Box>
      {!keeps && (
        <Box as="p" className={styles.waits} role="alert">
          这部手机存不下了，请先别关掉这一页，连上网络传完再关。
        </Box>
      )}
      <Trouble error={send.error} />
      {count > 0 && send.isError && (
        <Button kind="secondary" block busy={send.isPending} onClick={upload}>
          现在上传
        </Button>
      )}
      {state.refused.length > 0 && (
        <Box as="section" className={styles.stack}>
          <Box as="h2" className={styles.heading}>
            {`${state.refused.length} 条没有算`}
          </Box>
          <Box as="ul" className={styles.people}>
            {state.refused.map(({ entry, name, outcome }) => (
              <Box as="li" key={entry.id} className={styles.person}>
                {`${name}：${outcomeLabels[outcome]}`}
              </Box>
            ))}
          </Box>
          <Button kind="text" onClick={read}>
            都看过了，收起来
          </Button>
        </Box>
      )}
    </Box>
  )
}
