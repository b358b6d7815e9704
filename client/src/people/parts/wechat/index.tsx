import Taro from '@tarojs/taro'
import { NOT_AGREED } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { useState } from 'react'
import { useDesk } from '../../../platform/desk.ts'
import { deviceName } from '../../../platform/device'
import { Refused, sayError } from '../../../platform/errors.ts'
import { Button, type PhoneNumberDetail } from '../../../ui/Button'
import { StateView } from '../../../ui/StateView'
import { useSignInByWechat } from '../../sign-in-requests.ts'
import type { WechatSignInProps } from './types.ts'

/** Known at WeChat and here: one press. The first time, WeChat's own button hands over the telephone number. */
export function WechatSignIn({ agreed, onDone, onOther }: WechatSignInProps) {
  const [needsPhone, setNeedsPhone] = useState(false)
  const [trouble, setTrouble] = useState<{ title: string; text?: string } | null>(null)
  const { answeredBy, counter } = useDesk()
  const signIn = useSignInByWechat({ onDone })

  const reason = agreed ? null : NOT_AGREED
  const enter = async (phoneCode?: string) => {
    setTrouble(null)
    try {
      // A login code serves once, within five minutes: a new one for every attempt.
      const { code } = await Taro.login()
      await signIn.mutateAsync({
        loginCode: code,
        device: deviceName(),
        agreed: PRIVACY_VERSION,
        ...(phoneCode ? { phoneCode } : {}),
      })
    } catch (error) {
      if (error instanceof Refused && error.code === 'phoneNeeded') setNeedsPhone(true)
      else if (error instanceof Error) setTrouble({ title: sayError(error), ...elsewhere(error) })
      else setTrouble({ title: '微信没有回应，请再点一次，或改用短信验证码' })
    }
  }
  /** Where else the same can be done: what the server says, and the counter nearby. */
  const elsewhere = (error: Error) => {
    if (!(error instanceof Refused) || error.detail === null) return {}
    return {
      text: [error.detail, counter && `${answeredBy ?? '社区'}窗口：${counter}`].filter(Boolean).join('。'),
    }
  }
  const gotPhone = ({ code }: PhoneNumberDetail) => {
    if (code) void enter(code)
    else setTrouble({ title: '没有拿到手机号；不想给微信手机号，可以改用短信验证码' })
  }
  return (
    <>
      {trouble !== null && (
        <StateView kind="refused" {...trouble} action={{ label: '改用短信验证码', onClick: onOther }} phone />
      )}
      {needsPhone ? (
        <Button
          openType="getPhoneNumber"
          disabledReason={reason}
          busy={signIn.isPending}
          onGetPhoneNumber={gotPhone}
        >
          手机号快捷登录
        </Button>
      ) : (
        <Button busy={signIn.isPending} disabledReason={reason} onClick={() => void enter()}>
          微信登录
        </Button>
      )}
    </>
  )
}
