import { screen, waitFor } from '@testing-library/react'
import {
  choosePrimary,
  confirmResidency,
  moveOut,
  myResidencies,
  withdrawResidency,
} from '@tmt/shared/residency/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { HOME, home } from '../../../../test/residency.ts'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import MyHome from './index.tsx'

beforeEach(() => {
  endSession()
  startSession('t', me())
  host.params = { id: HOME }
})

it('withdraws what waits, after asking', async () => {
  let one = home()
  serve(
    [myResidencies, () => ({ data: { items: [one] } })],
    [withdrawResidency, () => ((one = home({ status: 'draft', dueAt: null })), { data: one })],
  )
  draw(<MyHome />)
  await press('撤回')
  expect(sentTo(withdrawResidency)).toHaveLength(0)
  const buttons = await screen.findAllByRole('button', { name: '撤回' })
  buttons.at(-1)!.click()
  expect(await screen.findByText('还没有交')).toBeTruthy()
  await press('接着填，交给社区核验')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/residency/pages/claim/index?id=${HOME}` })
})

it('confirms within the last month, and says until when', async () => {
  let one = home({ status: 'verified', confirmBy: Date.now() + 5 * DAY, primary: true })
  serve(
    [myResidencies, () => ({ data: { items: [one] } })],
    [confirmResidency, () => ((one = { ...one, confirmBy: Date.now() + 365 * DAY }), { data: one })],
  )
  draw(<MyHome />)
  await press('还住在这里，确认')
  expect(await screen.findByText('已确认，又管一年。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '还住在这里，确认' })).toBeNull()
})

it('offers no confirmation before its time, but to leave and to make it the primary one', async () => {
  let one = home({ status: 'verified', confirmBy: Date.now() + 300 * DAY })
  serve(
    [myResidencies, () => ({ data: { items: [one] } })],
    [choosePrimary, () => ((one = { ...one, primary: true }), { data: one })],
    [moveOut, { status: 409, data: problem('notVerified', 409, '这一处现在不是“已核验”，请刷新后再看') }],
  )
  draw(<MyHome />)
  await press('以这一处为主要住处')
  expect(await screen.findByText('主要住处')).toBeTruthy()
  expect(screen.queryByText('还住在这里，确认')).toBeNull()
  await press('搬走了')
  const buttons = await screen.findAllByRole('button', { name: '搬走了' })
  buttons.at(-1)!.click()
  expect(await screen.findByText('这一处现在不是“已核验”，请刷新后再看')).toBeTruthy()
})

it('asks again while a worker looks at it', async () => {
  let one = home({ atDoor: true })
  serve([myResidencies, () => ({ data: { items: [one] } })])
  draw(<MyHome />)
  expect(await screen.findByText('工作人员正在看，请稍等一会儿。')).toBeTruthy()
  one = home({ status: 'verified', confirmBy: Date.now() + 365 * DAY })
  await waitFor(() => expect(screen.getByText('已核验')).toBeTruthy(), { timeout: 8_000 })
}, 15_000)

it('says so where the address names none of mine', async () => {
  host.params = { id: '01999999-0000-7000-8000-0000000000ff' }
  serve([myResidencies, { data: { items: [home()] } }])
  draw(<MyHome />)
  expect(await screen.findByText('没有找到这处住处')).toBeTruthy()
})
