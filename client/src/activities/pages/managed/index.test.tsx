import { act, screen, waitFor } from '@testing-library/react'
import {
  cancelActivity,
  discardDraft,
  getRoster,
  getSignupPhone,
  managedActivity,
  publishActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import type { Role } from '@tmt/shared/people/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { activity, ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import ManagedActivity from './index.tsx'

const as = (...roles: Role[]) => startSession('t', me(roles))
const draft = () => activity({ status: 'draft', publishedAt: null, confirmed: 0, version: 3 })
const names = () =>
  screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)

beforeEach(() => {
  endSession()
  host.params = { id: ID }
})

it('publishes a draft and says what that means', async () => {
  as('worker')
  serve([managedActivity, { data: draft() }], [publishActivity, { data: activity({ version: 4 }) }])
  draw(<ManagedActivity />)
  await press(/^发布/)
  expect(await screen.findByText(/已发布，演示居委会的居民现在就能看到和报名/)).toBeTruthy()
  expect(sentTo(publishActivity)[0]!.data).toEqual({ version: 3 })
})

it('can’t publish what lies in the past, and says so', async () => {
  as('worker')
  serve([managedActivity, { data: { ...draft(), startsAt: Date.now() - 1_000 } }])
  draw(<ManagedActivity />)
  expect(await screen.findByText('开始时间要晚于现在；请先修改时间')).toBeTruthy()
  await press(/^发布/)
  expect(sentTo(publishActivity)).toHaveLength(0)
})

it('cancels with a reason alone, which is kept when it could not be sent', async () => {
  as('committee')
  serve([managedActivity, { data: activity() }], [cancelActivity, 'offline'])
  const page = draw(<ManagedActivity />)
  await press(/^取消活动：/)
  await press(/^取消活动$/)
  expect(screen.getByText('请写明原因，报名的人会看到')).toBeTruthy()
  expect(sentTo(cancelActivity)).toHaveLength(0)
  await write(/^取消的原因/, '当天有大雨')
  await press(/^取消活动$/)
  expect(await screen.findByText(/没有连上网络/)).toBeTruthy()
  page.unmount()
  serve(
    [managedActivity, { data: activity() }],
    [cancelActivity, { data: activity({ status: 'cancelled', cancelReason: '当天有大雨' }) }],
  )
  draw(<ManagedActivity />)
  await press(/^取消活动：/)
  await press(/^取消活动$/)
  expect(await screen.findByText(/^已取消，/)).toBeTruthy()
  expect(sentTo(cancelActivity).at(-1)!.data).toEqual({ reason: '当天有大雨' })
})

it('reads the roster only when it is asked for', async () => {
  as('worker')
  const rows = [{ id: 'r1', position: 1, name: '演示居民01号', phone: '199****0101', at: Date.now() }]
  serve(
    [managedActivity, { data: activity() }],
    [getRoster, { data: { title: '太极拳入门课', confirmed: 1, capacity: 30, items: rows, next: null } }],
  )
  draw(<ManagedActivity />)
  await screen.findByRole('button', { name: /看名单/ })
  expect(sentTo(getRoster)).toHaveLength(0)
  await press(/看名单/)
  expect(await screen.findByText(/演示居民01号/)).toBeTruthy()
  expect(screen.getByText(/199\*\*\*\*0101/)).toBeTruthy()
  expect(sentTo(getRoster)).toHaveLength(1)
})

it('reads a number when somebody wants to call, and at no other time', async () => {
  as('worker')
  const at = Date.now()
  const rows = [1, 2].map((n) => ({
    id: `01999999-0000-7000-8000-0000000000c${n}`,
    position: n,
    name: `演示居民0${n}号`,
    phone: `199****010${n}`,
    at,
  }))
  serve(
    [managedActivity, { data: activity() }],
    [getRoster, { data: { title: '太极拳入门课', confirmed: 2, capacity: 30, items: rows, next: null } }],
    [getSignupPhone, { data: { phone: '19900000102' } }],
  )
  const page = draw(<ManagedActivity />)
  await press(/看名单/)
  expect(await screen.findByText(/每看一次都会留下记录/)).toBeTruthy()
  expect(sentTo(getSignupPhone)).toHaveLength(0)
  await press('看电话：演示居民02号')
  expect(await screen.findByText('19900000102')).toBeTruthy()
  expect(screen.getByLabelText('演示居民02号，19900000102，打电话')).toBeTruthy()
  expect(sentTo(getSignupPhone).map(({ url }) => url)).toEqual([
    `/api/activities/${ID}/signups/${rows[1]!.id}/phone`,
  ])
  expect(JSON.stringify([...host.store.values()])).not.toContain('19900000102')
  await act(() => page.client.refetchQueries({ type: 'all' }))
  expect(sentTo(getSignupPhone)).toHaveLength(1)
  page.unmount()
  draw(<ManagedActivity />, page.client)
  await press(/看名单/)
  expect(await screen.findByRole('button', { name: '看电话：演示居民02号' })).toBeTruthy()
  expect(screen.queryByText('19900000102')).toBeNull()
})

it('says beside the button why a number was not shown', async () => {
  as('worker')
  const row = { id: '01999999-0000-7000-8000-0000000000c1', position: 1, name: '演示居民01号' }
  serve(
    [managedActivity, { data: activity() }],
    [
      getRoster,
      {
        data: {
          title: '太极拳入门课',
          confirmed: 1,
          capacity: 30,
          items: [{ ...row, phone: '199****0101', at: Date.now() }],
          next: null,
        },
      },
    ],
    [getSignupPhone, { status: 404, data: problem('notFound', 404, '没有找到，可能已被移走') }],
  )
  draw(<ManagedActivity />)
  await press(/看名单/)
  await press('看电话：演示居民01号')
  expect(await screen.findByText('没有找到，可能已被移走')).toBeTruthy()
})

it('says of a cancelled activity that it is cancelled already', async () => {
  as('worker')
  serve([managedActivity, { data: activity({ status: 'cancelled', cancelReason: '下雨' }) }])
  draw(<ManagedActivity />)
  expect(await screen.findByText(cancelActivity.refusals.cancelled.title)).toBeTruthy()
})

it('offers each role what it may do', async () => {
  as('town')
  serve([managedActivity, { data: activity() }])
  const page = draw(<ManagedActivity />)
  expect(await screen.findByText(/报名名单只给本村（社区）的工作人员看/)).toBeTruthy()
  expect(names().filter((name) => /修改|取消活动|看名单/.test(name ?? ''))).toEqual([])
  page.unmount()
  as('committee')
  draw(<ManagedActivity />)
  await screen.findByRole('button', { name: /看名单/ })
  expect(names().filter((name) => name?.startsWith('修改'))).toEqual([])
})

it('deletes a draft after being asked, and leaves', async () => {
  as('worker')
  serve([managedActivity, { data: draft() }], [discardDraft, { data: { ok: true } }])
  draw(<ManagedActivity />)
  await press(/^删除草稿：/)
  expect(sentTo(discardDraft)).toHaveLength(0)
  await press(/^删除草稿$/)
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalledTimes(1))
})

it('shows the refusal to whom this is none of their business', async () => {
  as('worker')
  serve([managedActivity, { status: 404, data: problem('notFound', 404, '没有找到，可能已被移走') }])
  draw(<ManagedActivity />)
  expect(await screen.findByText('没有找到，可能已被移走')).toBeTruthy()
})

it('waits for nothing when nobody is signed in', () => {
  draw(<ManagedActivity />)
  expect(screen.getByText('请先登录')).toBeTruthy()
  expect(sentTo(managedActivity)).toHaveLength(0)
})
