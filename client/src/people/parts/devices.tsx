import type { SessionView } from '@tmt/shared/people/account-contract.ts'
import { shanghai } from '@tmt/shared/time.ts'
import { useState } from 'react'
import { useNow } from '../../platform/clock.ts'
import { sayError } from '../../platform/errors.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { Row } from '../../ui/Row'
import { Sheet } from '../../ui/Sheet'
import { StateView } from '../../ui/StateView'
import { useDevices, useRevokeDevice } from '../account-requests.ts'
import styles from './rows.module.scss'

/** The year only where it is another one. */
const day = (instant: number, now: number) => {
  const { year, month, day: date } = shanghai(instant)
  return `${year === shanghai(now).year ? '' : `${year}年`}${month}月${date}日`
}

/** Where this account is signed in; each can be made to leave, this one by 退出登录. */
export function Devices() {
  const query = useDevices()
  const now = useNow()
  const [asked, setAsked] = useState<SessionView | null>(null)
  const revoke = useRevokeDevice(() => setAsked(null))
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        登录着的设备
      </Box>
      <Loaded query={query} refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}>
        {({ items }) => (
          <Box className={styles.rows}>
            {items.map((device) => (
              <Row
                key={device.id}
                title={device.device}
                note={`${day(device.createdAt, now)} 登录，最近用 ${day(device.usedAt, now)}`}
                value={device.current ? '这台设备' : '让它退出'}
                onClick={device.current ? undefined : () => setAsked(device)}
              />
            ))}
          </Box>
        )}
      </Loaded>
      <Sheet
        open={asked !== null}
        title={`让“${asked?.device ?? ''}”退出登录吗？`}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button
              kind="danger"
              busy={revoke.isPending}
              onClick={() => {
                if (asked) revoke.mutate({ id: asked.id })
              }}
            >
              让它退出
            </Button>
            <Button kind="secondary" block onClick={() => setAsked(null)}>
              不用
            </Button>
          </>
        }
      >
        {revoke.error && <StateView kind="refused" title={sayError(revoke.error)} />}
        <Box as="p">那台设备要重新登录才能再用您的账号。如果不认得它，请让它退出。</Box>
      </Sheet>
    </Box>
  )
}
