import { useRouter } from '@tarojs/taro'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useIdInAddress } from '../../../platform/id.ts'
import { goBack } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { useTitled } from '../../../platform/titled.ts'
import { Page } from '../../../ui/Page'
import { StaffOnly } from '../../../ui/StaffOnly'
import { Managed, type Told } from '../../parts/managed.tsx'
import { useManagedNotice } from '../../staff-requests.ts'

/** One notice for its staff, as a page of its own (on a wide window it stands beside the list). */
export default function ManagedNotice() {
  const id = useIdInAddress()
  const { said } = useRouter<{ said?: Told }>().params
  const { data } = useManagedNotice(id)
  const now = useNow()
  const desk = useDesk(data?.division)
  const titled = useTitled()
  const signedIn = useSession((s) => s.token !== null)
  if (!signedIn || id === '') {
    return (
      <StaffOnly
        title="管理通知"
        refusal={{ title: '没有找到这条通知', text: '网址可能不完整，请从“管理通知”里找。' }}
      />
    )
  }
  return (
    <Page title={data?.title ?? '管理通知'} wide="broad" demo={data?.demo ?? false} {...desk}>
      <Managed id={id} now={now} told={said} onGone={() => goBack('mine')} titled={titled} columns />
    </Page>
  )
}
