import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Card } from '../../../ui/Card'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { MyRecord } from '../../parts/record.tsx'
import { Verify } from '../../parts/verify.tsx'
import { useMyIdentity } from '../../requests.ts'
import styles from '../../parts/identity.module.scss'

/** Whether my name is verified, and the ways to do it; the counter always is one. */
export default function RealName() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  const query = useMyIdentity()
  return (
    <Page title="实名" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Loaded query={query} refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}>
          {(identity) => (
            <Box className={styles.column}>
              {identity.record ? (
                <MyRecord record={identity.record} />
              ) : (
                <>
                  {identity.providers.length > 0 && <Verify identity={identity} />}
                  <AtCounter alone={identity.providers.length === 0} />
                </>
              )}
            </Box>
          )}
        </Loaded>
      ) : (
        <StateView
          kind="empty"
          title="请先登录"
          text="登录后才能实名；也可以带身份证到社区窗口，不用先登录。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function AtCounter({ alone }: { alone: boolean }) {
  return (
    <Card>
      <Box className={styles.inner}>
        <Box as="h2" className={styles.heading}>
          {alone ? '到社区窗口登记' : '也可以到社区窗口'}
        </Box>
        <Box as="p" className={styles.words}>
          带上身份证，说出您登录用的手机号，几分钟就好；不留证件照片。未满 14 周岁的孩子由监护人带来。
        </Box>
      </Box>
    </Card>
  )
}
