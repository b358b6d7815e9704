import { go } from '../../platform/pages.ts'
import { StateView } from '../../ui/StateView'

export function SignInFirst({ text }: { text: string }) {
  return (
    <StateView
      kind="empty"
      title="请先登录"
      text={text}
      action={{ label: '登录', onClick: () => go('signIn') }}
    />
  )
}
