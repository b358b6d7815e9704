import { fireEvent, screen, waitFor } from '@testing-library/react'
import {
  finishVerification,
  myIdentity,
  type MyIdentity,
  startVerification,
} from '@tmt/shared/identity/contract.ts'
import { PRIVACY_VERSION } from '@tmt/shared/people/privacy-version.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import RealName from './index.tsx'

const ID = '01999999-0000-7000-8000-0000000000c1'
const bare: MyIdentity = {
  level: 'phone',
  record: null,
  providers: ['taizhouTong', 'netId'],
  consented: false,
}
const done: MyIdentity = {
  ...bare,
  level: 'realName',
  consented: true,
  record: { provider: 'taizhouTong', name: '演**', idNumber: '321200**********13', verifiedAt: Date.now() },
}
const started = { data: { id: ID, redirect: null, expiresAt: Date.now() + 1_000_000 } }
const refuse = (code: 'notYet' | 'saidNo' | 'attemptOver') => {
  const { status, title } = finishVerification.refusals[code]
  return { status, data: problem(code, status, title) }
}
const agree = async () =>
  fireEvent.click(await screen.findByRole('switch', { name: /^同意把姓名和身份证号/ }))

beforeEach(() => {
  endSession()
  startSession('t', me())
})

it('sends nothing before the separate consent, then verifies with one press', async () => {
  let now = bare
  serve(
    [finishVerification, () => ((now = done), { data: done })],
    [startVerification, started],
    [myIdentity, () => ({ data: now })],
  )
  draw(<RealName />)
  await press(/^去核验/)
  expect(screen.getAllByText('请先打开上面的“同意”').length).toBeGreaterThan(0)
  expect(sentTo(startVerification)).toHaveLength(0)
  await agree()
  await press(/^去核验/)
  expect(await screen.findByText('已实名')).toBeTruthy()
  expect(screen.getByText('321200**********13')).toBeTruthy()
  expect(sentTo(startVerification)[0]!.data).toEqual({ provider: 'taizhouTong', agreed: PRIVACY_VERSION })
  await press('看同意的记录，或撤回')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/privacy/pages/consents/index' })
})

it('waits for the provider’s app, through leaving the page, and can go another way', async () => {
  serve([finishVerification, refuse('notYet')], [startVerification, started], [myIdentity, { data: bare }])
  const page = draw(<RealName />)
  await agree()
  await press(/^去核验/)
  expect(await screen.findByText('请在泰州通里确认')).toBeTruthy()
  expect(await screen.findByText(finishVerification.refusals.notYet.title)).toBeTruthy()
  page.unmount()
  draw(<RealName />)
  await press('我已确认，取结果')
  await waitFor(() => expect(sentTo(finishVerification)).toHaveLength(2))
  expect(sentTo(finishVerification)[1]!.url).toContain(ID)
  await press('换一种方式')
  expect(await screen.findByText('用哪一种核验')).toBeTruthy()
})

it('begins anew when the verification is over, and says why', async () => {
  serve(
    [finishVerification, refuse('attemptOver')],
    [startVerification, started],
    [myIdentity, { data: bare }],
  )
  draw(<RealName />)
  await agree()
  await press(/^去核验/)
  expect(await screen.findByText(finishVerification.refusals.attemptOver.title)).toBeTruthy()
  expect(screen.getByText('用哪一种核验')).toBeTruthy()
})

it('names the counter alone where nothing is offered online', async () => {
  serve([myIdentity, { data: { ...bare, providers: [] } }])
  draw(<RealName />)
  expect(await screen.findByText('到社区窗口登记')).toBeTruthy()
  expect(screen.queryByText('去核验')).toBeNull()
})

it('asks a guest to sign in, and says that the counter needs none', async () => {
  endSession()
  serve()
  draw(<RealName />)
  expect(screen.getByText(/也可以带身份证到社区窗口/)).toBeTruthy()
  await press('登录')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/sign-in/index' })
})
