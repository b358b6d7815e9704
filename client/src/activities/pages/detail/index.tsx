import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useShare } from '../../../platform/share.ts'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { CalendarButton } from '../../parts/calendar-button.tsx'
import { Coming } from '../../parts/coming.tsx'
import { Facts } from '../../parts/facts.tsx'
import { useIdInAddress } from '../../../platform/id.ts'
import { HomeLink } from '../../../ui/HomeLink'
import { ShareButton } from '../../../ui/ShareButton'
import { SignupPanel } from '../../parts/signup-panel.tsx'
import { useTitled } from '../../../platform/titled.ts'
import { sayShare } from '../../parts/wording.ts'
import { useActivity } from '../../detail-requests.ts'

/** One activity; opened from a list or from a group card, signed in or not. */
export default function Detail() {
  const id = useIdInAddress()
  const query = useActivity(id)
  const now = useNow()
  const activity = query.data
  const desk = useDesk(activity?.communityId)
  const share = shared(id, activity, now)
  useShare(share)
  const titled = useTitled()
  return (
    <Page
      title={activity?.title ?? '活动详情'}
      wide="broad"
      demo={activity?.demo ?? false}
      {...desk}
      footer={activity && <SignupPanel activity={activity} now={now} />}
    >
      <HomeLink />
      {id === '' ? (
        <StateView kind="refused" title="没有找到这个活动" text="网址可能不完整，请从活动列表里找。" />
      ) : (
        <Loaded query={query} skeleton={{ kind: 'detail' }} refused={otherOnes}>
          {(found) => (
            <Facts activity={found} now={now} titled={titled} columns>
              <Coming activity={found} now={now} />
              <CalendarButton activity={found} now={now} />
              <ShareButton share={share} />
              <Button
                kind="text"
                onClick={() => go('report', { kind: 'activity', id })}
                label={`举报：${found.title}`}
              >
                举报
              </Button>
            </Facts>
          )}
        </Loaded>
      )}
    </Page>
  )
}

const otherOnes = () => ({ label: '看别的活动', onClick: () => go('activities') })
const shared = (id: string, activity: ActivityDetail | undefined, now: number) => ({
  title: activity ? sayShare(activity, now) : '泰民通 · 社区活动',
  page: 'activity' as const,
  query: { id },
})
