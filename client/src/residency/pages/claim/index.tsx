import { useRouter } from '@tarojs/taro'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { next } from '@tmt/shared/residency/rules.ts'
import { useCommunity } from '../../../platform/community.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go } from '../../../platform/pages.ts'
import { useAsk } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session.ts'
import { Loaded } from '../../../ui/Loaded'
import { Page } from '../../../ui/Page'
import { StateView, type StateViewProps } from '../../../ui/StateView'
import { HomeForm } from '../../parts/home-form.tsx'
import { useMyResidencies } from '../../home-requests.ts'

/** `id=…`: what stands is changed and handed in again. Otherwise a new home, in `community` or my own. */
export default function ClaimHome() {
  const { id, community } = useRouter<{ id?: string; community?: string }>().params
  const me = useSession((s) => s.me)
  const own = useCommunity()
  const code = community ?? own?.code
  if (!me) {
    return (
      <Instead
        title="登录后登记住处"
        text="没有手机的，可以到社区窗口办。"
        action={{ label: '登录', onClick: () => go('signIn') }}
      />
    )
  }
  if (id) return <Existing id={id} />
  if (code === undefined) {
    return (
      <Instead
        title="先选村或社区"
        text="选好后再填楼栋和门牌。"
        action={{ label: '选村或社区', onClick: () => go('pickCommunity', { to: 'claimHome' }) }}
      />
    )
  }
  return <Fresh key={code} code={code} />
}

function Fresh({ code }: { code: string }) {
  const query = useAsk(getDivision, { code })
  const division = query.data?.division
  if (division) return <HomeForm community={division} />
  return (
    <Page title="登记住处">
      <Loaded query={query} skeleton={{ kind: 'form', rows: 5 }}>
        {() => null}
      </Loaded>
    </Page>
  )
}

function Existing({ id }: { id: string }) {
  const query = useMyResidencies()
  const one = query.data?.items.find((home) => home.id === id)
  if (one && next(one.status, 'submit') !== null)
    return <HomeForm key={one.id} one={one} community={{ code: one.communityId, name: one.communityName }} />
  return (
    <Page title="修改住处">
      <Loaded
        query={query}
        skeleton={{ kind: 'form', rows: 5 }}
        empty={() => ({
          title: one ? '这一处现在不能改' : '没有找到这处住处',
          text: one ? '正在核验的请先撤回；已核验的，搬走后再登记。' : '可能已经删去。',
          action: { label: '看我的住处', onClick: () => go('myHomes') },
        })}
      >
        {() => null}
      </Loaded>
    </Page>
  )
}

function Instead(props: Omit<StateViewProps, 'kind'>) {
  const desk = useDesk()
  return (
    <Page title="登记住处" {...desk}>
      <StateView kind="empty" {...props} />
    </Page>
  )
}
