import { useRouter } from '@tarojs/taro'
import { Kind, type Opinion, OpinionFacts } from '@tmt/shared/feedback/contract.ts'
import { kindLabels } from '@tmt/shared/feedback/labels.ts'
import { answerWithin } from '@tmt/shared/feedback/rules.ts'
import { useState } from 'react'
import { useNow } from '../../../platform/clock.ts'
import { useDesk } from '../../../platform/desk.ts'
import { useDraft } from '../../../platform/drafts.ts'
import { Refused } from '../../../platform/errors.ts'
import { checkForm, type FieldErrors } from '../../../platform/form.ts'
import { askForNews } from '../../../platform/news.ts'
import { go, goBack } from '../../../platform/pages.ts'
import { useSession } from '../../../platform/session.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { ChoiceField } from '../../../ui/ChoiceField'
import { Page } from '../../../ui/Page'
import { StateView } from '../../../ui/StateView'
import { Switch } from '../../../ui/Switch'
import { TextArea } from '../../../ui/TextArea'
import { Trouble } from '../../../ui/Trouble'
import styles from '../../parts/parts.module.scss'
import { sayDay } from '../../parts/wording.ts'
import { useSend } from '../../requests.ts'

const kinds = Kind.options.map((value) => ({ value, label: kindLabels[value] }))
const words: FieldErrors = { kind: '请选一类', text: '请写 2 到 1000 个字' }
type FormValue = Omit<OpinionFacts, 'kind' | 'page'> & { kind: Kind | null }
const empty: FormValue = { kind: null, text: '', wantsAnswer: false }

/** An opinion on the portal itself. `from` is the page that somebody came from, which is told along. */
export default function WriteOpinion() {
  const { from = '' } = useRouter<{ from?: string }>().params
  const signedIn = useSession((s) => s.token !== null)
  const now = useNow()
  const desk = useDesk()
  const draft = useDraft('opinion', empty)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [sent, setSent] = useState<Opinion | null>(null)
  const send = useSend((opinion) => {
    draft.discard(empty)
    setSent(opinion)
  })
  const { value, change } = draft
  // An address that is none of ours is left out: the opinion counts without it.
  const address = decodeURIComponent(from)
  const page = OpinionFacts.shape.page.safeParse(address).success ? address : ''
  const submit = () => {
    const candidate = { ...value, wantsAnswer: value.wantsAnswer && signedIn, page }
    const wrong = checkForm(OpinionFacts, candidate, words)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    // At this tap: WeChat shows its question to a tap alone.
    if (candidate.wantsAnswer) void askForNews('feedback.send')
    send.mutate(candidate as OpinionFacts)
  }
  if (sent !== null) return <Receipt opinion={sent} now={now} signedIn={signedIn} />
  const shown: FieldErrors = { ...errors, ...(send.error instanceof Refused ? send.error.fields : {}) }
  return (
    <Page
      title="意见反馈"
      {...desk}
      footer={
        <Box className={styles.stack}>
          <Trouble error={send.error} form />
          <Button busy={send.isPending} onClick={submit}>
            提交意见
          </Button>
        </Box>
      }
    >
      <Box className={styles.fields}>
        <Box as="p" className={styles.words}>
          这里提对泰民通本身的意见：哪里写错了、哪里不好用。社区里的事请打社区窗口或 12345。
        </Box>
        <ChoiceField
          label="哪一类"
          options={kinds}
          value={value.kind}
          onChange={(kind) => change({ kind })}
          error={shown.kind ?? null}
        />
        <TextArea
          label="想说什么"
          hint="不要写身份证号、手机号这些个人信息"
          maxLength={1000}
          value={value.text}
          onChange={(text) => change({ text })}
          error={shown.text ?? null}
        />
        {page !== '' && (
          <Box as="p" className={styles.note}>
            {'会一起告诉我们您是从哪一页来的。'}
          </Box>
        )}
        {signedIn ? (
          <Switch
            label={`请答复我（找错 ${answerWithin.error.days} 个工作日内，其他 ${answerWithin.other.days} 个工作日内）`}
            checked={value.wantsAnswer}
            onChange={(wantsAnswer) => change({ wantsAnswer })}
          />
        ) : (
          <Box className={styles.stack}>
            <Box as="p" className={styles.note}>
              不登录也可以提，只是收不到答复。
            </Box>
            <Button kind="text" onClick={() => go('signIn')}>
              登录后再提
            </Button>
          </Box>
        )}
        {signedIn && (
          <Button kind="text" onClick={() => go('myOpinions')}>
            看我的意见和答复
          </Button>
        )}
      </Box>
    </Page>
  )
}

function Receipt({ opinion, now, signedIn }: { opinion: Opinion; now: number; signedIn: boolean }) {
  const promise =
    opinion.answerBy === null
      ? '我们会看，并用来改进泰民通。'
      : `最晚 ${sayDay(opinion.answerBy, now)}答复您，答复在“我的意见”里看。`
  return (
    <Page title="意见反馈">
      <Box role="status">
        <StateView
          kind="empty"
          title="已收到，谢谢您"
          text={promise}
          action={
            signedIn
              ? { label: '看我的意见', onClick: () => go('myOpinions') }
              : { label: '返回', onClick: () => goBack('mine') }
          }
        />
      </Box>
    </Page>
  )
}
