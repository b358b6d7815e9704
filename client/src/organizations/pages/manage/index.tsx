import { useRouter } from '@tarojs/taro'
import { checkDue } from '@tmt/shared/organizations/rules.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { ManagedCard } from '../../parts/managed-card.tsx'
import styles from '../../parts/organizations.module.scss'
import { mayReadCards, mayWriteCards, NotForYou } from '../../parts/staff-page.tsx'
import { useManagedOrganizations } from '../../requests.ts'

/** The cards of one community for its staff: to write, to order, to check, to take away. */
export default function ManageOrganizations() {
  const { community = '' } = useRouter<{ community?: string }>().params
  const me = useSession((s) => s.me)
  const now = useNow()
  const desk = useDesk(community || undefined)
  const query = useManagedOrganizations(community)
  const [said, setSaid] = useState('')
  if (!mayReadCards(me, community, now)) return <NotForYou title="管理电话名片" />
  const writes = mayWriteCards(me, community, now)
  const due = query.data?.items.filter((card) => checkDue(card, now)).length ?? 0
  return (
    <Page
      title={query.data ? `${query.data.communityName}的电话名片` : '管理电话名片'}
      {...desk}
      demo={query.data?.items.some((card) => card.demo) ?? false}
      footer={writes && <Button onClick={() => go('editOrganization', { community })}>新建名片</Button>}
    >
      <Box className={styles.section}>
        <Box className={styles.told} role="status">
          {said}
        </Box>
        {due > 0 && (
          <Box as="p" className={styles.words}>
            {writes
              ? `有 ${due} 张要核对：先打一遍电话，没变就点“核对过，没有变”。`
              : `有 ${due} 张要核对，由村（社区）的工作人员打一遍电话。`}
          </Box>
        )}
        <Loaded
          query={query}
          skeleton={{ rows: 4 }}
          empty={({ items }) =>
            items.length > 0
              ? null
              : {
                  title: '还没有名片',
                  text: writes
                    ? '新建一张，居民马上就能看到。'
                    : '由村（社区）的工作人员来写，写了居民马上就能看到。',
                }
          }
        >
          {({ items }) => (
            <Box className={styles.section}>
              {items.map((card, at) => (
                <ManagedCard
                  key={card.id}
                  card={card}
                  now={now}
                  first={at === 0}
                  last={at === items.length - 1}
                  writes={writes}
                  onSay={setSaid}
                />
              ))}
            </Box>
          )}
        </Loaded>
      </Box>
    </Page>
  )
}
