import type { MyResidency } from '@tmt/shared/residency/contract.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Tag } from '../../../ui/Tag'
import { Facts } from '../../parts/facts.tsx'
import { HomeActions } from '../../parts/home-actions.tsx'
import { StatusTag } from '../../parts/status-tag.tsx'
import { sayNext } from '../../parts/wording.ts'
import { useMyResidency } from '../../home-requests.ts'
import styles from '../../parts/stack.module.scss'

/** One of my homes: how it stands, what happens next, and what I may do. */
export default function MyHome() {
  const id = useIdInAddress()
  const me = useSession((s) => s.me)
  const query = useMyResidency(id)
  const now = useNow()
  const found = query.data?.items.find((one) => one.id === id)
  const desk = useDesk(found?.communityId)
  return (
    <Page title={found ? found.door : '住处'} demo={found?.demo ?? me?.demo ?? false} {...desk}>
      {me ? (
        <Loaded
          query={query}
          skeleton={{ kind: 'detail' }}
          empty={() =>
            found
              ? null
              : {
                  title: '没有找到这处住处',
                  text: '可能已经删去。',
                  action: { label: '看我的住处', onClick: () => go('myHomes') },
                }
          }
          refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
        >
          {() => found && <One one={found} now={now} />}
        </Loaded>
      ) : (
        <StateView
          kind="empty"
          title="登录后看您的住处"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function One({ one, now }: { one: MyResidency; now: number }) {
  return (
    <>
      <Box className={styles.head}>
        <StatusTag status={one.status} />
        {one.primary && (
          <Tag tone="neutral" icon="home">
            主要住处
          </Tag>
        )}
      </Box>
      <Box as="p" className={styles.next} role="status">
        {sayNext(one, now)}
      </Box>
      <Facts residency={one} />
      <HomeActions one={one} now={now} />
    </>
  )
}
