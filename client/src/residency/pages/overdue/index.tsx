import { useRouter } from '@tarojs/taro'
import type { Role } from '@tmt/shared/people/contract.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { staffGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { Row } from '../../../ui/Row'
import { StaffOnly } from '../../../ui/StaffOnly'
import { useOverdue } from '../../claim-requests.ts'
import { sayLastDay } from '../../parts/wording.ts'
import styles from '../../parts/stack.module.scss'

const aboveCommunities: readonly Role[] = ['town', 'district', 'city']

/** For those above the communities: which of them keep people waiting, by numbers alone. */
export default function Overdue() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const above = staffGrants(me, now).filter(({ role }) => aboveCommunities.includes(role))
  const { within = above[0]?.division.code } = useRouter<{ within?: string }>().params
  if (!me || within === undefined) {
    return (
      <StaffOnly
        title="核验逾期"
        refusal={{
          title: '这里给镇（街道）、市（区）和市里的工作人员用',
          text: '自己的登记，请看“我的住处”。',
        }}
      />
    )
  }
  return <Late within={within} now={now} demo={me.demo} />
}

function Late({ within, now, demo }: { within: string; now: number; demo: boolean }) {
  const desk = useDesk(within)
  const query = useOverdue(within)
  return (
    <Page title="核验逾期" demo={demo} {...desk}>
      <Box as="p" className={styles.note}>
        居民登记住处，村（社区）要在三个工作日内答复；逾期的已经催过，请督促。谁在等，只有村（社区）看得到。
      </Box>
      <Loaded
        query={query}
        empty={({ items }) =>
          items.length > 0 ? null : { title: '没有逾期的', text: '有了会列在这里，最早的在前。' }
        }
        refused={() => ({ label: '回我的', onClick: () => go('mine') })}
      >
        {({ items }) => (
          <Box className={styles.rows}>
            {items.map(({ communityId, communityName, late, urged, since }) => (
              <Row
                key={communityId}
                icon="clock"
                title={communityName}
                note={`最早一条应在${sayLastDay(since, now)}前答复 · 已催 ${urged} 条`}
                value={`逾期 ${late}`}
              />
            ))}
          </Box>
        )}
      </Loaded>
    </Page>
  )
}
