import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { StandingNote } from '../../parts/coming.tsx'
import { ActivityItem } from '../../parts/activity-item.tsx'
import { SignupTag } from '../../parts/signup-tag.tsx'
import { isOver, sayMine } from '../../parts/signup-wording.ts'
import { More } from '../../../ui/More'
import { useMySignups } from '../../signup-requests.ts'
import styles from './index.module.scss'

export default function MySignups() {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title="我的报名" demo={me?.demo ?? false} {...desk}>
      {me ? (
        <Mine />
      ) : (
        <StateView
          kind="empty"
          title="登录后看您的报名"
          text="没有手机的，可以打电话问社区。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function Mine() {
  const query = useMySignups()
  const now = useNow()
  return (
    <Loaded
      query={query}
      empty={(data) =>
        rowsOf(data).length > 0
          ? null
          : {
              title: '您还没有报名过活动',
              text: '报名后，时间、地点和怎么取消都在这里。',
              action: { label: '看有什么活动', onClick: () => go('activities') },
            }
      }
      refused={() => ({ label: '重新登录', onClick: () => go('signIn') })}
    >
      {(data) => (
        <>
          <StandingNote now={now} />
          <Box as="ul" className={styles.list}>
            {rowsOf(data).map(({ activity, ...signup }) => (
              <ActivityItem
                key={signup.id}
                activity={activity}
                now={now}
                tag={<SignupTag signup={signup} ended={isOver(activity, now)} />}
                next={sayMine(activity, signup, now)}
                onClick={() => go('activity', { id: activity.id })}
              />
            ))}
          </Box>
          <More query={query} />
        </>
      )}
    </Loaded>
  )
}
