import Taro from '@tarojs/taro'
import { useState } from 'react'
import { deviceName } from '../../../platform/device'
import { Refused, sayError } from '../../../platform/errors.ts'
import { Button, type PhoneNumberDetail } from '../../../ui/Button'
import { StateView } from '../../../ui/StateView'
import { useSignInByWechat } from '../../requests.ts'
import type { WechatSignInProps } from './types.ts'

/** Known at WeChat and here: one press. The first time, WeChat's own button hands over the telephone number. */
export function WechatSignIn({ onDone, onOther }: WechatSignInProps) {
  const [needsPhone, setNeedsPhone] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const signIn = useSignInByWechat({ onDone })

  const enter = async (phoneCode?: string) => {
    setTrouble(null)
    try {
      // A login code serves once, within five minutes: a new one for every attempt.
      const { code } = await Taro.login()
      await signIn.mutateAsync({ loginCode: code, device: deviceName(), ...(phoneCode ? { phoneCode } : {}) })
    } catch (error) {
      if (error instanceof Refused && error.code === 'phoneNeeded') setNeedsPhone(true)
      else setTrouble(error instanceof Error ? sayError(error) : '微信没有回应，请再点一次，或改用短信验证码')
    }
  }
  const gotPhone = ({ code }: PhoneNumberDetail) => {
    if (code) void enter(code)
    else setTrouble('没有拿到手机号；不想给微信手机号，可以改用短信验证码')
  }
  return (
    <>
      {trouble !== null && (
        <StateView
          kind="refused"
          title={trouble}
          action={{ label: '改用短信验证码', onClick: onOther }}
          phone
        />
      )}
      {needsPhone ? (
        <Button openType="getPhoneNumber" busy={signIn.isPending} onGetPhoneNumber={gotPhone}>
          手机号快捷登录
        </Button>
      ) : (
        <Button busy={signIn.isPending} onClick={() => void enter()}>
          微信登录
        </Button>
      )}
    </>
  )
}
