import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useDemo } from '../../../platform/demo.ts'
import { useDesk } from '../../../platform/desk.ts'
import { goBack } from '../../../platform/pages.ts'
import { Box } from '../../../ui/Box'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'
import { Personas } from '../../parts/personas.tsx'
import { SmsForm } from '../../parts/sms-form.tsx'
import { WechatSignIn } from '../../parts/wechat'
import { hasWechat } from '../../parts/wechat/available'
import styles from './index.module.scss'

/** Signs in, then goes back to where the person was. `why=signUp` says what happens next there. */
export default function SignIn() {
  const { why } = useRouter<{ why?: string }>().params
  const [bySms, setBySms] = useState(!hasWechat)
  const desk = useDesk()
  const demo = useDemo()
  const onDone = () => goBack('mine')
  return (
    <Page title="登录" wide={demo ? 'split' : 'single'} {...desk}>
      <Box className={styles.column}>
        <Box as="p" className={styles.why}>
          {why === 'signUp'
            ? '登录后回到活动页，再点一次“报名”。'
            : '登录后可以报名活动，社区也联系得到您。看内容、打电话不用登录。'}
        </Box>
        {!bySms && <WechatSignIn onDone={onDone} onOther={() => setBySms(true)} />}
        {bySms ? (
          <SmsForm onDone={onDone} />
        ) : (
          <Button kind="text" onClick={() => setBySms(true)}>
            用短信验证码登录
          </Button>
        )}
        <Box as="p" className={styles.note}>
          手机号只用来登录和联系您。不方便自己操作的，可以到社区窗口，由工作人员帮您报名。
        </Box>
      </Box>
      <Personas onDone={onDone} />
    </Page>
  )
}
