import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useDemo } from '../../../platform/demo.ts'
import { useDesk } from '../../../platform/desk.ts'
import { go, goBack } from '../../../platform/pages.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { Switch } from '../../../ui/Switch'
import { Personas } from '../../parts/personas.tsx'
import { SmsForm } from '../../parts/sms-form.tsx'
import { WechatSignIn } from '../../parts/wechat'
import { hasWechat } from '../../parts/wechat/available'
import rows from '../../parts/rows.module.scss'
import styles from './index.module.scss'

/** Signs in, then goes back to where the person was. `why=signUp` says what happens next there. */
export default function SignIn() {
  const { why } = useRouter<{ why?: string }>().params
  const [bySms, setBySms] = useState(!hasWechat)
  const [agreed, setAgreed] = useState(false)
  const desk = useDesk()
  const demo = useDemo()
  const onDone = () => goBack('mine')
  return (
    <Page title="登录" wide={demo ? 'split' : 'single'} {...desk}>
      <Box className={styles.column}>
        <Box as="p" className={styles.why}>
          {why === 'signUp'
            ? '登录后回到活动页，再点一次“报名”。'
            : '登录后可以报名活动。看内容、打电话不用登录。'}
        </Box>
        <Box className={rows.rows}>
          <Switch label="我看过并同意《隐私说明》" checked={agreed} onChange={setAgreed} />
        </Box>
        <Button kind="text" onClick={() => go('privacyNotice')}>
          看《隐私说明》
        </Button>
        {!bySms && <WechatSignIn agreed={agreed} onDone={onDone} onOther={() => setBySms(true)} />}
        {bySms ? (
          <SmsForm agreed={agreed} onDone={onDone} />
        ) : (
          <Button kind="text" onClick={() => setBySms(true)}>
            用短信验证码登录
          </Button>
        )}
        <Box as="p" className={styles.note}>
          手机号用来登录。报了名，社区工作人员为了通知您才能看到号码，每次看都留下记录。不方便自己操作的，可以打电话问社区。
        </Box>
      </Box>
      <Personas onDone={onDone} />
    </Page>
  )
}
