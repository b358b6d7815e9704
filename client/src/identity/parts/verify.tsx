import { purposes } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import type { MyIdentity, OnlineProvider } from '@tmt/shared/identity/contract.ts'
import { providerLabels } from '@tmt/shared/identity/labels.ts'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts.ts'
import { Refused } from '../../platform/errors.ts'
import { openOutside } from '../../platform/outside'
import { go } from '../../platform/pages.ts'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ChoiceField } from '../../ui/ChoiceField'
import { Switch } from '../../ui/Switch'
import { Trouble } from '../../ui/Trouble'
import { useFinishVerification, useStartVerification } from '../requests.ts'
import styles from './identity.module.scss'

const hints: Record<OnlineProvider, string> = {
  taizhouTong: '用泰州通里已实名的账号',
  suFuBan: '用苏服办里已实名的账号',
  netId: '不向我们提供姓名和身份证号',
}
/** Between here and the provider's app a page may be lost: which verification is under way is kept. */
const none = { id: '', provider: '' as OnlineProvider | '' }

export function Verify({ identity }: { identity: MyIdentity }) {
  const draft = useDraft('identity:attempt', none)
  const { id, provider } = draft.value
  const finish = useFinishVerification(() => draft.discard())
  const over = finish.error instanceof Refused && ['attemptOver', 'notFound'].includes(finish.error.code)
  const begun = id !== '' && provider !== '' && !over
  return begun ? (
    <Card>
      <Box className={styles.inner}>
        <Box as="h2" className={styles.heading}>
          {`请在${providerLabels[provider]}里确认`}
        </Box>
        <Box as="p" className={styles.words}>
          确认以后回到这里，点下面的按钮取结果。
        </Box>
        <Trouble error={finish.error} />
        <Button busy={finish.isPending} onClick={() => finish.mutate({ id })}>
          我已确认，取结果
        </Button>
        <Button kind="text" onClick={() => (finish.reset(), draft.discard())}>
          换一种方式
        </Button>
      </Box>
    </Card>
  ) : (
    <Begin
      identity={identity}
      trouble={over ? finish.error : null}
      onBegun={(attempt) => {
        draft.change(attempt)
        // Whoever is asked in the provider's own app may have confirmed already: one press less.
        finish.mutate({ id: attempt.id })
      }}
    />
  )
}

type Begun = { id: string; provider: OnlineProvider }
type Props = { identity: MyIdentity; trouble: Error | null; onBegun: (attempt: Begun) => void }

function Begin({ identity, trouble, onBegun }: Props) {
  const [agreed, setAgreed] = useState(identity.consented)
  const [provider, setProvider] = useState<OnlineProvider | null>(identity.providers[0] ?? null)
  const start = useStartVerification()
  const submit = () => {
    if (!provider) return
    start.mutate(
      { provider, agreed: agreed ? PRIVACY_VERSION : undefined },
      {
        onSuccess: ({ id, redirect }) => {
          onBegun({ id, provider })
          if (redirect !== null) openOutside(redirect)
        },
      },
    )
  }
  return (
    <>
      <Box as="p" className={styles.words}>
        实名只用来确认是您本人，一人登记一次。不实名也可以看内容、报名一般的活动。
      </Box>
      <ChoiceField
        label="用哪一种核验"
        options={identity.providers.map((value) => ({
          value,
          label: providerLabels[value],
          hint: hints[value],
        }))}
        value={provider}
        onChange={setProvider}
      />
      <Card>
        <Box className={styles.inner}>
          <Box as="h2" className={styles.heading}>
            单独请您同意
          </Box>
          <Box as="p" className={styles.words}>
            {purposes.realName.says}
          </Box>
          <Box as="p" className={styles.note}>
            身份证号是敏感个人信息，泄露可能被人冒用。随时可以撤回，撤回后立即删除。
          </Box>
          <Button kind="text" onClick={() => go('privacyNotice')}>
            看《隐私说明》
          </Button>
        </Box>
      </Card>
      <Box className={styles.rows}>
        <Switch label="同意把姓名和身份证号用于实名核验" checked={agreed} onChange={setAgreed} />
      </Box>
      <Trouble error={start.error ?? trouble} />
      <Button busy={start.isPending} disabledReason={agreed ? null : '请先打开上面的“同意”'} onClick={submit}>
        去核验
      </Button>
    </>
  )
}
