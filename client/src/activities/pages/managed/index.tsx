import { useRouter } from '@tarojs/taro'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { goBack } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Page } from '../../../ui/Page'
import { useIdInAddress } from '../../../platform/id.ts'
import { Managed, type Told } from '../../parts/managed.tsx'
import { StaffOnly } from '../../../ui/StaffOnly'
import { useTitled } from '../../../platform/titled.ts'
import { useManagedActivity } from '../../staff-requests.ts'

/** One activity for its staff, as a page of its own (on a wide window it stands beside the list). */
export default function ManagedActivity() {
  const id = useIdInAddress()
  const { said } = useRouter<{ said?: Told }>().params
  const { data } = useManagedActivity(id)
  const now = useNow()
  const desk = useDesk(data?.communityId)
  const titled = useTitled()
  const signedIn = useSession((s) => s.token !== null)
  if (!signedIn || id === '') {
    return (
      <StaffOnly
        title="管理活动"
        refusal={{ title: '没有找到这个活动', text: '网址可能不完整，请从“管理活动”里找。' }}
      />
    )
  }
  return (
    <Page title={data?.title ?? '管理活动'} wide="broad" demo={data?.demo ?? false} {...desk}>
      <Managed id={id} now={now} told={said} onGone={() => goBack('mine')} titled={titled} columns />
    </Page>
  )
}
