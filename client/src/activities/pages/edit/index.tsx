import { useRouter } from '@tarojs/taro'
import { useNow } from '../../../platform/clock.ts'
import { useSession } from '../../../platform/session.ts'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { EditForm } from '../../parts/edit-form.tsx'
import { NewForm } from '../../parts/new-form.tsx'
import { rightsOver } from '../../parts/rights.ts'
import { StaffOnly } from '../../../ui/StaffOnly'
import { useManagedActivity } from '../../staff-requests.ts'

/** `community=…`: a new activity there, `from=…` like that one. `id=…`: a change of that one. */
export default function Edit() {
  const { id, community, from } = useRouter<{ id?: string; community?: string; from?: string }>().params
  const me = useSession((s) => s.me)
  const now = useNow()
  const query = useManagedActivity(id ?? from)
  // Not known before the activity was read: then its own reading decides.
  const at = query.data?.communityId ?? (id ? undefined : (community ?? ''))
  const allowed = me !== null && (at === undefined || rightsOver(me, at, now).write)
  if (!allowed) {
    return (
      <StaffOnly
        title="活动"
        form
        refusal={{
          title: '写活动的是社区工作者',
          text: '内容请社区工作者来写和改；村（居）委会成员可以看和发布。',
        }}
      />
    )
  }
  if (!id && !from) return <NewForm community={community ?? ''} now={now} />
  if (!id && query.data) return <NewForm key={from} community={community ?? ''} now={now} from={query.data} />
  if (id && query.data) return <EditForm key={id} activity={query.data} now={now} />
  return (
    <Page title={id ? '修改活动' : '新建活动'}>
      <Loaded query={query} skeleton={{ kind: 'form', rows: 6 }}>
        {() => null}
      </Loaded>
    </Page>
  )
}
