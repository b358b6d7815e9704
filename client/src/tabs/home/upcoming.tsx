import { obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import { useUpcoming } from '../../activities/requests.ts'
import { ActivityList } from '../../activities/parts/activity-list.tsx'
import { useNow } from '../../platform/clock.ts'
import { useCommunity } from '../../platform/community.ts'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loaded'
import { StateView } from '../../ui/StateView'
import styles from './index.module.scss'

const SHOWN = 3
const anyone = { signedUp: false, eligible: true }

/** What a person may still take part in, soonest first. */
export function Upcoming() {
  const community = useCommunity()
  return (
    <Box as="section" className={styles.section}>
      <Box as="h2" className={styles.heading}>
        等您参与
      </Box>
      {community ? (
        <Open code={community.code} />
      ) : (
        <StateView
          kind="empty"
          title="先选您的村或社区"
          text="选好后，这里列出您可以参加的活动；不登录也可以看。"
          action={{ label: '选村或社区', onClick: () => go('pickCommunity') }}
        />
      )}
    </Box>
  )
}

function Open({ code }: { code: string }) {
  const query = useUpcoming(code)
  const now = useNow()
  return (
    <>
      <Loaded
        query={query}
        skeleton={{ rows: 2 }}
        empty={({ items }) =>
          items.some((a) => obstacleToSignUp(a, anyone, now) === null)
            ? null
            : { title: '眼下没有可以报名的活动', text: '有新活动时会列在这里；也可以看看全镇的。' }
        }
      >
        {({ items }) => (
          <ActivityList
            activities={items.filter((a) => obstacleToSignUp(a, anyone, now) === null).slice(0, SHOWN)}
            now={now}
            as="h3"
          />
        )}
      </Loaded>
      <Button kind="text" onClick={() => go('activities')}>
        看全部活动
      </Button>
    </>
  )
}
