import { Purpose } from '@tmt/shared/people/consent.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { ConsentCard } from '../../parts/consent-card.tsx'
import { SignInFirst } from '../../parts/sign-in-first.tsx'
import { useConsents } from '../../requests.ts'
import styles from '../../parts/privacy.module.scss'

/** What I agreed to, and the doors to what is stored and to the way out. */
export default function Privacy() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const desk = useDesk()
  const query = useConsents()
  return (
    <Page title="隐私" demo={me?.demo ?? false} wide={me ? 'split' : 'single'} {...desk}>
      <Box className={styles.column}>
        <Box className={styles.rows}>
          <Row
            icon="document"
            title="隐私说明"
            note="用哪些信息，做什么，存多久"
            onClick={() => go('privacyNotice')}
          />
          {me && (
            <>
              <Row
                icon="person"
                title="关于我的信息"
                note="存着什么、谁看过，可以导出"
                onClick={() => go('stored')}
              />
              <Row icon="logout" title="注销账号" note="立即停用，15 天内删除" onClick={() => go('leave')} />
            </>
          )}
        </Box>
      </Box>
      {me ? (
        <Box as="section" className={styles.section}>
          <Box as="h2" className={styles.heading}>
            我同意过的
          </Box>
          <Loaded query={query} refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}>
            {({ items }) => (
              <Box className={styles.column}>
                {Purpose.options.map((purpose) => (
                  <ConsentCard
                    key={purpose}
                    purpose={purpose}
                    held={items.find((one) => one.purpose === purpose && one.revokedAt === null)}
                    now={now}
                  />
                ))}
              </Box>
            )}
          </Loaded>
        </Box>
      ) : (
        <SignInFirst text="登录后可以看到您同意过什么，随时撤回。" />
      )}
    </Page>
  )
}
