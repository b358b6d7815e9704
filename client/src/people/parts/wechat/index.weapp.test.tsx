import { screen, waitFor } from '@testing-library/react'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { NOT_AGREED } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { signInByWechat } from '@tmt/shared/people/sign-in-contract.ts'
import { beforeEach, expect, it, vi } from 'vitest'
import { phoneNumber } from '../../../../test/components.tsx'
import { division, me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro from '../../../../test/taro.ts'
import { keepCommunity } from '../../../platform/community.ts'
import { endSession, useSession } from '../../../platform/session.ts'
import { WechatSignIn } from './index.tsx'

const onDone = vi.fn<() => void>()
const onOther = vi.fn<() => void>()
const open = (agreed = true) => draw(<WechatSignIn agreed={agreed} onDone={onDone} onOther={onOther} />)
const { refusals } = signInByWechat
const refuse = (code: 'phoneNeeded' | 'useCounter' | 'wechatUnavailable') => ({
  status: refusals[code].status,
  data: problem(code, refusals[code].status, refusals[code].title),
})
beforeEach(() => {
  endSession()
  phoneNumber.detail = { code: 'phone-code', errMsg: 'getPhoneNumber:ok' }
})

it('signs in with one press who is known already', async () => {
  serve([signInByWechat, { data: { token: 't-1', me: me() } }])
  open()
  await press('微信登录')
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(sentTo(signInByWechat)[0]!.data).toEqual({
    loginCode: 'login-code',
    device: '微信小程序',
    agreed: PRIVACY_VERSION,
  })
  expect(useSession.getState().token).toBe('t-1')
})

it('asks for the number the first time, with a login code that is new', async () => {
  let codes = 0
  Taro.login.mockImplementation(async () => ({ code: `login-${++codes}`, errMsg: 'login:ok' }))
  serve([
    signInByWechat,
    (sent) => (sent.data?.phoneCode ? { data: { token: 't-1', me: me() } } : refuse('phoneNeeded')),
  ])
  open()
  await press('微信登录')
  await press('手机号快捷登录')
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(sentTo(signInByWechat).map((sent) => sent.data?.loginCode)).toEqual(['login-1', 'login-2'])
  expect(sentTo(signInByWechat)[1]!.data?.phoneCode).toBe('phone-code')
})

it.each(['useCounter', 'wechatUnavailable'] as const)('leads to the other way in on %s', async (code) => {
  serve([signInByWechat, refuse(code)])
  open()
  await press('微信登录')
  expect(await screen.findByText(refusals[code].title)).toBeTruthy()
  await press('改用短信验证码')
  expect(onOther).toHaveBeenCalledTimes(1)
  expect(onDone).not.toHaveBeenCalled()
})

it('says where the counter is when WeChat will not have it', async () => {
  keepCommunity(division())
  const detail = '可到所在村（社区）窗口当面办理，或拨打 12345 咨询'
  const { status, title } = refusals.useCounter
  serve(
    [signInByWechat, { status, data: problem('useCounter', status, title, { detail }) }],
    [
      getDivision,
      {
        data: {
          division: division(),
          path: [],
          answeredBy: division(),
          phone: '0523-00000101',
          counter: '演示窗口一楼',
          demo: true,
        },
      },
    ],
  )
  open()
  await press('微信登录')
  expect(await screen.findByText(title)).toBeTruthy()
  expect(await screen.findByText(`${detail}。演示居委会窗口：演示窗口一楼`)).toBeTruthy()
})

it('asks WeChat for nothing before the notice is agreed to, and says so', async () => {
  serve()
  open(false)
  await press(/^微信登录/)
  expect(await screen.findByText(NOT_AGREED)).toBeTruthy()
  expect(sentTo(signInByWechat)).toHaveLength(0)
})

it('takes a no to the number for an answer', async () => {
  serve([signInByWechat, refuse('phoneNeeded')])
  phoneNumber.detail = { errMsg: 'getPhoneNumber:fail user deny' }
  open()
  await press('微信登录')
  await press('手机号快捷登录')
  expect(await screen.findByText(/不想给微信手机号，可以改用短信验证码/)).toBeTruthy()
  expect(sentTo(signInByWechat)).toHaveLength(1)
})

it('speaks when WeChat itself does not answer', async () => {
  Taro.login.mockImplementation(() => Promise.reject({ errMsg: 'login:fail' }))
  open()
  await press('微信登录')
  expect(await screen.findByText('微信没有回应，请再点一次，或改用短信验证码')).toBeTruthy()
})
