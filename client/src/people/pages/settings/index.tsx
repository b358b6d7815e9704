import { useState } from 'react'
import { useDesk } from '../../../platform/desk.ts'
import { setElder, useElder } from '../../../platform/elder.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { NameSheet } from '../../../ui/NameSheet'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { Sheet } from '../../../ui/Sheet'
import { StateView } from '../../../ui/StateView'
import { Switch } from '../../../ui/Switch'
import { Devices } from '../../parts/devices.tsx'
import { useSignOut } from '../../account-requests.ts'
import styles from '../../parts/rows.module.scss'

export default function Settings() {
  const elder = useElder()
  const desk = useDesk()
  const me = useSession((s) => s.me)
  const [leaving, setLeaving] = useState(false)
  const [naming, setNaming] = useState(false)
  const { leave, busy } = useSignOut(() => go('mine'))
  return (
    <Page title="设置" demo={me?.demo ?? false} {...desk}>
      <Box className={styles.rows}>
        <Switch label="长辈版" note="字大、按钮大、内容少" checked={elder} onChange={setElder} />
        {me && (
          <Row
            title="称呼"
            note="写在报名名单上"
            value={me.name ?? '还没有填'}
            onClick={() => setNaming(true)}
          />
        )}
      </Box>
      {me ? (
        <>
          <Box className={styles.rows}>
            <Row
              icon="bell"
              title="消息提醒"
              note="微信通知、短信、免打扰"
              onClick={() => go('messagePreferences')}
            />
          </Box>
          <Devices />
          <Button kind="danger" onClick={() => setLeaving(true)}>
            退出登录
          </Button>
        </>
      ) : (
        <StateView
          kind="empty"
          title="您还没有登录"
          text="登录后可以看到哪些设备登录着您的账号。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
      {naming && (
        <NameSheet
          save={{ label: '保存', onClick: () => setNaming(false) }}
          otherwise={{ label: '不改了', onClick: () => setNaming(false) }}
          onClose={() => setNaming(false)}
        />
      )}
      <Sheet
        open={leaving}
        title="要退出登录吗？"
        onClose={() => setLeaving(false)}
        actions={
          <>
            <Button kind="danger" busy={busy} onClick={leave}>
              退出登录
            </Button>
            <Button kind="secondary" block onClick={() => setLeaving(false)}>
              不退出
            </Button>
          </>
        }
      >
        <Box as="p">退出后，这台设备上没写完的内容会清掉；您的报名不受影响。</Box>
      </Sheet>
    </Page>
  )
}
