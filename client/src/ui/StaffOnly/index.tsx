import { useDesk } from '../../platform/desk.ts'
import { go } from '../../platform/pages.ts'
import { useSession } from '../../platform/session.ts'
import { Page } from '../Page'
import { StateView } from '../StateView'

type Props = {
  title: string
  /** For somebody signed in: what this page is for, and what to do. */
  refusal: { title: string; text: string }
  /** A form stands here for whoever may: what they wrote is not lost. */
  form?: boolean
}

/** Instead of a page of the staff: to sign in, or why it is not for this person. */
export function StaffOnly({ title, refusal, form = false }: Props) {
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
          text={`用工作人员的手机号登录后再来${form ? '；您填写的内容还在' : ''}。`}
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}
