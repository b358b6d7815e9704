import { useNow } from '../../../platform/clock.ts'
import { go } from '../../../platform/pages.ts'
import { rowsOf } from '../../../platform/queries.ts'
import { organizationGrants, useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Loaded } from '../../../ui/Loaded'
import { More } from '../../../ui/More'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { ActivityList } from '../../parts/activity-list.tsx'
import { useProposals } from '../../proposal-requests.ts'

/** What an organisation hands in to a community, and how it stands. */
export default function Proposals() {
  const me = useSession((s) => s.me)
  const now = useNow()
  const [grant] = organizationGrants(me, now)
  const query = useProposals(grant?.division.code)
  if (!grant)
    return (
      <Page title="我们单位的活动">
        <StateView
          kind="refused"
          title="这里给社会组织、驻区单位用"
          text="您的账号没有这个身份。要开通，请带登记证书到社区窗口。"
        />
      </Page>
    )
  const write = () => go('proposal', { community: grant.division.code })
  return (
    <Page
      title="我们单位的活动"
      demo={me?.demo ?? false}
      footer={
        <Button block onClick={write}>
          写一个活动
        </Button>
      }
    >
      <Box as="p">{`${grant.organization?.name ?? ''}：写好交给${grant.division.name}审核，一般 3 个工作日内答复。`}</Box>
      <Loaded
        query={query}
        empty={(data) =>
          rowsOf(data).length > 0
            ? null
            : { title: '还没有写过活动', text: '写好交给社区审核，通过了居民就能看到和报名。' }
        }
      >
        {(data) => (
          <>
            <ActivityList activities={rowsOf(data)} now={now} onPick={(id) => go('proposal', { id })} />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
