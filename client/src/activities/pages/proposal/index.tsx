import { useRouter } from '@tarojs/taro'
import { useNow } from '../../../platform/clock.ts'
import { organizationGrants, useSession } from '../../../platform/session.ts'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Facts } from '../../parts/facts.tsx'
import { ProposalForm } from '../../parts/proposal-form.tsx'
import { useProposal } from '../../proposal-requests.ts'

/** `community=…`: a new one there. `id=…`: one that stands: a form as long as it is not handed in. */
export default function Proposal() {
  const { id, community } = useRouter<{ id?: string; community?: string }>().params
  const me = useSession((s) => s.me)
  const now = useNow()
  const query = useProposal(me ? id : undefined)
  if (organizationGrants(me, now).length === 0)
    return (
      <Page title="我们单位的活动">
        <StateView
          kind="refused"
          title="这里给社会组织、驻区单位用"
          text="您的账号没有这个身份。要开通，请带登记证书到社区窗口。"
        />
      </Page>
    )
  if (!id) return <ProposalForm community={community ?? ''} now={now} />
  if (query.data?.status === 'draft')
    return <ProposalForm key={id} community={query.data.communityId} now={now} activity={query.data} />
  return (
    <Page title="我们单位的活动" demo={query.data?.demo ?? false}>
      <Loaded query={query} skeleton={{ kind: 'detail' }}>
        {(activity) => <Facts activity={activity} now={now} />}
      </Loaded>
    </Page>
  )
}
