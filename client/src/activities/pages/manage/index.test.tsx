import { screen, waitFor } from '@testing-library/react'
import { managedActivities, managedActivity } from '@tmt/shared/activities/staff-contract.ts'
import { beforeEach, expect, it, vi } from 'vitest'
import { activity, card, ID } from '../../../../test/activities.ts'
import { division, me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession, workAt } from '../../../platform/session.ts'
import ManageActivities from './index.tsx'

const wide = vi.hoisted(() => ({ on: false }))
vi.mock('../../../platform/wide', () => ({ useWide: () => wide.on }))

const list = (...items: object[]) => [managedActivities, { data: { items, next: null } }] as const
beforeEach(() => {
  endSession()
  wide.on = false
})

const other = '01999999-0000-7000-8000-000000000009'
const draft = card({ id: other, status: 'draft', title: '圆桌会' })

it('lists drafts too, and opens one', async () => {
  startSession('t', me(['worker']))
  serve(list(draft, card()))
  draw(<ManageActivities />)
  expect(await screen.findByText('草稿')).toBeTruthy()
  await press('太极拳入门课')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/activities/pages/managed/index?id=${ID}` })
})

it('shows the first one beside the list on a wide window, then the chosen one', async () => {
  wide.on = true
  startSession('t', me(['worker']))
  serve(list(draft, card()), [
    managedActivity,
    ({ url }) => ({
      data: activity(url.includes(other) ? { id: other, status: 'draft', body: '说说停车' } : {}),
    }),
  ])
  draw(<ManageActivities />)
  expect(await screen.findByText('说说停车')).toBeTruthy()
  await press('太极拳入门课')
  expect(await screen.findByText('每个动作慢慢教。')).toBeTruthy()
  expect(screen.queryByText('说说停车')).toBeNull()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

it('lets a worker begin a new one, a committee member not', async () => {
  startSession('t', me(['worker']))
  serve(list())
  const page = draw(<ManageActivities />)
  await press('新建活动')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/activities/pages/edit/index?community=321202001001' })
  page.unmount()
  startSession('t', me(['committee']))
  draw(<ManageActivities />)
  expect(await screen.findByText('还没有活动')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '新建活动' })).toBeNull()
})

it('opens the community that was worked for last', async () => {
  const roles = ['321202001001', '321202001002'].map((code) => ({
    role: 'worker' as const,
    division: division(code),
    until: null,
  }))
  startSession('t', me([], { roles }))
  workAt('321202001002')
  serve(list())
  draw(<ManageActivities />)
  await waitFor(() => expect(sentTo(managedActivities)[0]!.url).toContain('/communities/321202001002/'))
})

it('is not for residents, nor for whom the server does not know there', async () => {
  startSession('t', me(['resident']))
  serve()
  const page = draw(<ManageActivities />)
  expect(screen.getByText('这里给社区工作人员用')).toBeTruthy()
  expect(sentTo(managedActivities)).toHaveLength(0)
  page.unmount()
  startSession('t', me(['worker']))
  serve([managedActivities, { status: 404, data: problem('notFound', 404, '没有找到，可能已被移走') }])
  draw(<ManageActivities />)
  expect(await screen.findByText('没有找到，可能已被移走')).toBeTruthy()
})
