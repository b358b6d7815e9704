import type { MySignup } from '@tmt/shared/activities/signup-contract.ts'
import { signupLabels } from '@tmt/shared/activities/labels.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Tag } from '../../../ui/Tag'
import { StandingNote } from '../../parts/coming.tsx'
import { ActivityItem } from '../../parts/activity-item.tsx'
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
            {rowsOf(data).map(({ activity, status }) => (
              <ActivityItem
                key={activity.id}
                activity={activity}
                now={now}
                tag={<StatusTag status={status} ended={activity.endsAt <= now} />}
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

function StatusTag({ status, ended }: { status: MySignup['status']; ended: boolean }) {
  if (status === 'confirmed') {
    return ended ? (
      <Tag tone="neutral" icon="check">
        已结束
      </Tag>
    ) : (
      <Tag tone="leaf">{signupLabels.confirmed}</Tag>
    )
  }
  return (
    <Tag tone={status === 'cancelledByHost' ? 'plum' : 'neutral'} icon="ban">
      {signupLabels[status]}
    </Tag>
  )
}
