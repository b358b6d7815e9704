import { isWithin } from '@tmt/shared/divisions/rules.ts'
import type { Me, Role } from '@tmt/shared/people/contract.ts'
import { go } from '../../platform/pages.ts'
import { staffGrants, useSession } from '../../platform/session.ts'
import { Page } from '../../ui/Page'
import { StateView } from '../../ui/StateView'

/** Whether this person may write cards there. It only decides what is drawn: the server judges. */
export function mayWriteCards(me: Me | null, communityId: string, now: number) {
  return staffGrants(me, now).some(
    ({ role, division }) =>
      (role === 'worker' || role === 'committee') && isWithin(communityId, division.code),
  )
}

/** Who looks in: the community's own staff, and those of the units above it. */
export function mayReadCards(me: Me | null, communityId: string, now: number) {
  return staffGrants(me, now).some(
    ({ role, division }) => readers.includes(role) && isWithin(communityId, division.code),
  )
}
const readers: readonly Role[] = ['worker', 'committee', 'town', 'district', 'city']

/** Instead of a page of the staff: to sign in, or whom it is for. */
export function NotForYou({ title }: { title: string }) {
  const signedIn = useSession((s) => s.token !== null)
  return (
    <Page title={title}>
      {signedIn ? (
        <StateView
          kind="refused"
          title="这里给本村（社区）的工作人员用"
          text="社区工作者和村（居）委会成员可以写名片。要开通，请联系泰民通的管理人员。"
          action={{ label: '回我的', onClick: () => go('mine') }}
        />
      ) : (
        <StateView
          kind="refused"
          title="请先登录"
          text="用工作人员的手机号登录后再来。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}
