import { fireEvent, screen, waitFor } from '@testing-library/react'
import { NOT_AGREED } from '@tmt/shared/people/consent.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { chooseCommunity } from '@tmt/shared/people/contract.ts'
import {
  listPersonas,
  requestCode,
  signInAsPersona,
  signInByCode,
} from '@tmt/shared/people/sign-in-contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { division, me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { keepCommunity } from '../../../platform/community.ts'
import { endSession, useSession } from '../../../platform/session.ts'
import SignIn from './index.tsx'

const sent = (demoCode: string | null) => ({
  data: { expiresAt: Date.now() + 300_000, resendAt: Date.now() + 60_000, demoCode },
})
const signedIn = (more = {}) => ({ data: { token: 't-1', me: me([], more) } })

const tick = async () =>
  fireEvent.click(await screen.findByRole('switch', { name: '我看过并同意《隐私说明》' }))

/** A browser stands at the form at once; in WeChat it is the other way in. */
async function open({ agree = true } = {}) {
  const page = draw(<SignIn />)
  if (process.env.TARO_ENV !== 'h5') fireEvent.click(screen.getByRole('button', { name: '用短信验证码登录' }))
  await screen.findByLabelText('手机号')
  if (agree) await tick()
  return page
}

/** In WeChat a field's name bears its error; a browser has `aria-describedby`. */
const nameOf = (label: string, error: string) =>
  process.env.TARO_ENV === 'h5' ? label : `${label}，${error}`

beforeEach(() => endSession())

describe('by text message', () => {
  it('says at the field what is wrong, and asks the server nothing', async () => {
    serve()
    await open()
    await write('手机号', '1381')
    await press('获取验证码')
    expect(screen.getByText('请填 11 位手机号')).toBeTruthy()
    await press('登录')
    expect(screen.getByText('请填短信里的 6 位数字')).toBeTruthy()
    expect(host.sent.filter((request) => request.method === 'POST')).toHaveLength(0)
  })

  it('sends a code, signs in and goes back to where the person was', async () => {
    serve([requestCode, sent('246810')], [signInByCode, signedIn()])
    await open()
    await write('手机号', '138 0000 0001')
    await press('获取验证码')
    expect(await screen.findByText('演示环境不发短信，138****0001 的验证码是 246810')).toBeTruthy()
    expect(sentTo(requestCode)[0]!.data).toEqual({ phone: '13800000001' })
    await write('验证码', '246810')
    await press('登录')
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalledTimes(1))
    expect(useSession.getState()).toMatchObject({ token: 't-1', me: { name: '演示甲' } })
    expect(sentTo(signInByCode)[0]!.data).toMatchObject({
      phone: '13800000001',
      code: '246810',
      agreed: PRIVACY_VERSION,
    })
  })

  it('lets nobody ask for a second code before its time, and says when', async () => {
    serve([requestCode, sent(null)])
    await open()
    await write('手机号', '13800000001')
    await press('获取验证码')
    expect(await screen.findByText(/验证码已发到 138\*\*\*\*0001/)).toBeTruthy()
    await press(/再发一次/)
    expect(screen.getAllByText(/\d+ 秒后可以再发一次/).length).toBeGreaterThan(0)
    expect(sentTo(requestCode)).toHaveLength(1)
  })

  it('names the number that the code went to, and lets it be changed', async () => {
    serve([requestCode, sent(null)])
    await open()
    await write('手机号', '13800000001')
    await press('获取验证码')
    expect(await screen.findByText(/验证码已发到 138\*\*\*\*0001/)).toBeTruthy()
    await write('验证码', '1234')
    await press('换一个手机号')
    expect(screen.getByLabelText<HTMLInputElement>('验证码').value).toBe('')
    await write('手机号', '13800000002')
    await press('获取验证码')
    await waitFor(() => expect(sentTo(requestCode).at(-1)!.data).toEqual({ phone: '13800000002' }))
    expect(await screen.findByText(/验证码已发到 138\*\*\*\*0002/)).toBeTruthy()
  })

  it('says how long to wait who was too quick', async () => {
    const title = '操作太频繁，请稍等再试'
    serve([requestCode, { status: 429, data: problem('tooManyRequests', 429, title, { retryAfter: 90 }) }])
    await open()
    await write('手机号', '13800000001')
    await press('获取验证码')
    expect(await screen.findByText('操作太频繁，请 2 分钟后再试')).toBeTruthy()
  })

  it.each([
    ['wrongCode', 422, '验证码不对，请核对短信', '验证码'],
    ['tooMany', 429, '今天发送次数已满，请明天再试，或到社区窗口办理', '手机号'],
  ])('puts %s at its field', async (code, status, title, label) => {
    serve([signInByCode, { status, data: problem(code, status, title) }])
    await open()
    await write('手机号', '13800000001')
    await write('验证码', '123456')
    await press('登录')
    expect(await screen.findByText(title)).toBeTruthy()
    expect(screen.getByLabelText(nameOf(label, title))).toBeTruthy()
    expect(useSession.getState().token).toBeNull()
  })

  it('keeps the number through a lost network and through leaving the page', async () => {
    serve([requestCode, 'offline'])
    const page = await open()
    await write('手机号', '13800000001')
    await press('获取验证码')
    expect(await screen.findByText(/没有连上网络/)).toBeTruthy()
    page.unmount()
    await open()
    expect(screen.getByLabelText<HTMLInputElement>('手机号').value).toBe('13800000001')
  })

  it('gives the community picked as a guest to an account that has none', async () => {
    const picked = division('321202001002', '另一个演示居委会')
    keepCommunity(picked)
    serve(
      [signInByCode, signedIn({ community: null })],
      [chooseCommunity, { data: me([], { community: picked }) }],
    )
    await open()
    await write('手机号', '13800000001')
    await write('验证码', '123456')
    await press('登录')
    await waitFor(() => expect(useSession.getState().me?.community?.code).toBe(picked.code))
    expect(sentTo(chooseCommunity)[0]!.data).toEqual({ communityId: picked.code })
  })
})

describe('the privacy notice', () => {
  it('is agreed to before anything is sent, and is not agreed to by itself', async () => {
    serve([signInByCode, signedIn()])
    await open({ agree: false })
    await write('手机号', '13800000001')
    await write('验证码', '123456')
    await press(/^登录(，|$)/)
    expect(screen.getAllByText(NOT_AGREED).length).toBeGreaterThan(0)
    expect(sentTo(signInByCode)).toHaveLength(0)
    await tick()
    await press('登录')
    await waitFor(() => expect(sentTo(signInByCode)).toHaveLength(1))
  })

  it('is one press away', async () => {
    serve()
    await open()
    await press('看《隐私说明》')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/privacy/pages/notice/index' })
  })
})

describe('the made-up people of a demonstration', () => {
  const persona = {
    id: 'resident',
    name: '演示居民甲',
    role: 'resident',
    division: '演示居委会',
    phone: '19900000001',
  }

  it('are offered where there are some', async () => {
    serve([listPersonas, { data: { items: [persona] } }], [signInAsPersona, signedIn()])
    draw(<SignIn />)
    await press(/演示居民甲/)
    await waitFor(() => expect(useSession.getState().token).toBe('t-1'))
    expect(sentTo(signInAsPersona)[0]!.data).toEqual({ persona: 'resident' })
  })

  it('leave no trace elsewhere', async () => {
    serve()
    draw(<SignIn />)
    await waitFor(() => expect(sentTo(listPersonas)).toHaveLength(1))
    await waitFor(() => expect(screen.queryByText('演示身份')).toBeNull())
    expect(screen.queryByText('没有找到，可能已被移走')).toBeNull()
  })
})

it('says why it was opened, and leads to 我的 when it was opened by itself', async () => {
  host.params = { why: 'signUp' }
  host.stack = [{}]
  serve([signInByCode, signedIn()])
  await open()
  expect(screen.getByText('登录后回到活动页，再点一次“报名”。')).toBeTruthy()
  await write('手机号', '13800000001')
  await write('验证码', '123456')
  await press('登录')
  await waitFor(() => expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/tabs/mine/index' }))
})
