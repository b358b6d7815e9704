import { useDesk } from '../../platform/desk.ts'
import { go } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Page } from '../../ui/Page'
import { StateView } from '../../ui/StateView'

type Props = { title: string; refusal: { title: string; text: string } }

/** Instead of a page of the staff: to sign in, or why it is not for this person. */
export function StaffOnly({ title, refusal }: Props) {
  const me = useSession((s) => s.me)
  const desk = useDesk()
  return (
    <Page title={title} {...desk}>
      {me ? (
        <StateView kind="refused" {...refusal} action={{ label: '回我的', onClick: () => go('mine') }} />
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
