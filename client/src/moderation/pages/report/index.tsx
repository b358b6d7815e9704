import { useRouter } from '@tarojs/taro'
import { Id } from '@tmt/shared/codes.ts'
import { SubjectKind } from '@tmt/shared/moderation/contract.ts'
import { kindLabels } from '@tmt/shared/moderation/labels.ts'
import { useState } from 'react'
import { useDesk } from '../../../platform/desk.ts'
import { useDraft } from '../../../platform/drafts.ts'
import { sayError } from '../../../platform/errors.ts'
import { go, goBack } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { type Because, BecauseFields, missingIn } from '../../parts/because.tsx'
import { useReport } from '../../requests.ts'

/** Reports one thing; `kind` and `id` in the address name it, so that any page can lead here. */
export default function Report() {
  const me = useSession((s) => s.me)
  const params = useRouter<{ kind?: string; id?: string }>().params
  const kind = SubjectKind.safeParse(params.kind)
  const id = Id.safeParse(params.id)
  const desk = useDesk()
  if (me && kind.success && id.success) return <Form kind={kind.data} subjectId={id.data} />
  return (
    <Page title="举报" {...desk}>
      {me ? (
        <StateView
          kind="refused"
          title="没有找到要举报的内容"
          text="网址可能不完整，请从那项内容的页面点“举报”。"
          action={{ label: '回首页', onClick: () => go('home') }}
        />
      ) : (
        <StateView
          kind="refused"
          title="请先登录"
          text="举报要登录，您是谁不会告诉别人。急事请打 110。"
          action={{ label: '登录', onClick: () => go('signIn') }}
        />
      )}
    </Page>
  )
}

function Form({ kind, subjectId }: { kind: SubjectKind; subjectId: string }) {
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>({})
  const draft = useDraft<Because>(`report:${subjectId}`, { reason: null, note: '' })
  const report = useReport()
  const send = () => {
    const { reason, note } = draft.value
    const wrong = missingIn(draft.value)
    setMissing(wrong)
    if (reason === null || Object.keys(wrong).length > 0) return
    report.mutate({ kind, subjectId, reason, note }, { onSuccess: () => draft.discard() })
  }
  const desk = useDesk()
  if (report.isSuccess) {
    return (
      <Page title="举报" {...desk}>
        <StateView
          kind="empty"
          title="已收到您的举报"
          text="社区工作者会看。您是谁不会告诉发布的人。"
          action={{ label: '返回', onClick: () => goBack('home') }}
        />
      </Page>
    )
  }
  return (
    <Page
      title={`举报${kindLabels[kind]}`}
      {...desk}
      footer={
        <Button busy={report.isPending} onClick={send}>
          举报
        </Button>
      }
    >
      <Box as="p">社区工作者会看过再决定。您是谁不会告诉发布的人。</Box>
      {report.error && <StateView kind="refused" title={sayError(report.error)} />}
      <BecauseFields label="为什么举报" value={draft.value} onChange={draft.change} error={missing} />
    </Page>
  )
}
