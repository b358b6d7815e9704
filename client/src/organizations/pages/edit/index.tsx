import { useRouter } from '@tarojs/taro'
import { useNow } from '../../../platform/clock.ts'
import { useSession } from '../../../platform/session.ts'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { CardForm } from '../../parts/card-form.tsx'
import { mayWriteCards, NotForYou } from '../../parts/staff-page.tsx'
import { useManagedOrganizations } from '../../requests.ts'

/** `community=…`: a new card there; with `id=…` a change of that one. */
export default function EditOrganization() {
  const { community = '', id } = useRouter<{ community?: string; id?: string }>().params
  const me = useSession((s) => s.me)
  const now = useNow()
  const query = useManagedOrganizations(community)
  if (!mayWriteCards(me, community, now)) return <NotForYou title="电话名片" />
  if (!id) return <CardForm community={community} card={null} />
  const card = query.data?.items.find((one) => one.id === id)
  if (card) return <CardForm key={id} community={community} card={card} />
  return (
    <Page title="修改名片">
      <Loaded query={query} skeleton={{ kind: 'form', rows: 5 }}>
        {() => (
          <StateView kind="empty" title="没有找到这张名片" text="可能已被撤下，请从“管理电话名片”里找。" />
        )}
      </Loaded>
    </Page>
  )
}
