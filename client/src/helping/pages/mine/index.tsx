import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { BeginForm } from '../../parts/begin-form.tsx'
import { HelpCard } from '../../parts/help-card.tsx'
import { SignInFirst } from '../../parts/sign-in-first.tsx'
import { useHelps } from '../../requests.ts'
import styles from '../../parts/helping.module.scss'

/** Whom I help, who helps me, and how to begin. */
export default function Helping() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title="帮家人办" demo={me?.demo ?? false} wide={me ? 'split' : 'single'} {...desk}>
      {me ? <Mine /> : <SignInFirst text="登录后可以替家人办，也看得到谁能替您办。" />}
    </Page>
  )
}

function Mine() {
  const now = useNow()
  const query = useHelps()
  const [begun, setBegun] = useState(false)
  return (
    <Loaded query={query} refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}>
      {({ helping, helpedBy, most }) => (
        <>
          <Box className={styles.column}>
            <Box as="h2" className={styles.heading}>
              我在帮的人
            </Box>
            <Box as="p" className={styles.note}>
              {helping.length === 0
                ? `还没有。最多可以帮 ${most} 位家人；替他办的每件事都有短信告诉他，他可以撤销。`
                : '替他办的每件事，都有短信告诉他，他可以撤销。'}
            </Box>
            <Box role="status">{begun ? '好了，选“帮他办”就可以替他办。' : ''}</Box>
            {helping.map((help) => (
              <HelpCard key={help.id} help={help} now={now} mine />
            ))}
            <BeginForm onDone={() => setBegun(true)} />
          </Box>
          <Box className={styles.column}>
            <Box as="h2" className={styles.heading}>
              能替我办的人
            </Box>
            {helpedBy.length === 0 && (
              <Box as="p" className={styles.note}>
                还没有。把验证码告诉谁，就是同意谁替您办；不认识的人要，请不要给。
              </Box>
            )}
            {helpedBy.map((help) => (
              <HelpCard key={help.id} help={help} now={now} mine={false} />
            ))}
            <Box className={styles.rows}>
              <Row
                icon="list"
                title="别人替我办的"
                note="看办了什么，可以撤销"
                onClick={() => go('helpedActs')}
              />
            </Box>
          </Box>
        </>
      )}
    </Loaded>
  )
}
