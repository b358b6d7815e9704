import { screen, waitFor } from '@testing-library/react'
import {
  confirmOrganization,
  createOrganization,
  listOrganizations,
  managedOrganizations,
  type ManagedOrganization,
  moveOrganization,
  removeOrganization,
  reportOrganization,
} from '@tmt/shared/organizations/contract.ts'
import { CHECK_EVERY } from '@tmt/shared/organizations/rules.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import { Organizations } from '../../parts/organizations.tsx'
import Edit from '../edit/index.tsx'
import Manage from './index.tsx'

const place = '321202001001'
const card = (more: Partial<ManagedOrganization> = {}): ManagedOrganization => ({
  id: '01999999-0000-7000-8000-000000000001',
  communityId: place,
  kind: 'clinic',
  name: '演示卫生站',
  purpose: '量血压',
  phone: '0523-00000399',
  hours: '每天 8:00–17:00',
  place: '',
  checkedAt: Date.now(),
  demo: true,
  reports: 0,
  version: 3,
  ...more,
})
const other = card({ id: '01999999-0000-7000-8000-000000000002', name: '演示警务室', kind: 'police' })
const list = (...items: ManagedOrganization[]) =>
  [managedOrganizations, { data: { communityName: '演示居委会', items } }] as const

beforeEach(() => {
  endSession()
  host.params = { community: place }
})

it('staff see what is due, confirm it, move it and take it away', async () => {
  startSession('t', me(['committee']))
  const old = card({ checkedAt: Date.now() - CHECK_EVERY, reports: 2 })
  serve(
    list(old, other),
    [confirmOrganization, { data: card() }],
    [moveOrganization, { data: { ok: true } }],
    [removeOrganization, { data: { ok: true } }],
  )
  draw(<Manage />)
  expect(await screen.findByText('2 人说打不通')).toBeTruthy()
  expect(screen.getByText('该核对了')).toBeTruthy()
  expect(screen.getByText(/^有 1 张要核对/)).toBeTruthy()
  await press('核对过，没有变：演示卫生站')
  expect(await screen.findByText(/“演示卫生站”已核对/)).toBeTruthy()
  expect(sentTo(confirmOrganization)[0]!.data).toEqual({ version: 3 })
  await press('往前移：演示警务室')
  await waitFor(() => expect(sentTo(moveOrganization)[0]?.data).toEqual({ direction: 'up' }))
  await press('撤下：演示警务室')
  await press('撤下名片')
  await waitFor(() => expect(sentTo(removeOrganization)[0]?.url).toContain(other.id))
})

it('is for the staff of this community alone', () => {
  startSession('t', me(['resident']))
  serve()
  draw(<Manage />)
  expect(screen.getByText('这里给本村（社区）的工作人员用')).toBeTruthy()
  expect(sentTo(managedOrganizations)).toHaveLength(1)
})

it('a mobile number is not sent, and what was typed stays when the server refuses', async () => {
  startSession('t', me(['worker']))
  const taken = createOrganization.refusals.exists
  serve(list(), [createOrganization, { status: 409, data: problem('exists', 409, taken.title) }])
  const page = draw(<Edit />)
  await write('名称', '演示卫生站')
  await write('找它办什么', '量血压')
  await write('办公电话', '19900000001')
  await press('放上名片')
  expect(screen.getByText(/^请填办公电话/)).toBeTruthy()
  expect(screen.getByText('请选一类')).toBeTruthy()
  expect(sentTo(createOrganization)).toHaveLength(0)
  await write(/^办公电话/, '0523-00000399')
  const choice = screen.getByText('卫生室、卫生服务站')
  choice.click()
  await press('放上名片')
  expect(await screen.findByText(new RegExp(taken.title))).toBeTruthy()
  page.unmount()
  draw(<Edit />)
  expect(screen.getByLabelText<HTMLInputElement>('名称').value).toBe('演示卫生站')
})

it('the town looks in, and is given nothing to do here', async () => {
  startSession('t', me(['town']))
  serve(list(card({ checkedAt: Date.now() - CHECK_EVERY, reports: 2 }), other))
  draw(<Manage />)
  expect(await screen.findByText('2 人说打不通')).toBeTruthy()
  expect(screen.getByText('有 1 张要核对，由村（社区）的工作人员打一遍电话。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /新建名片|修改|撤下|移|核对过/ })).toBeNull()
})

it('a resident rings, and tells once that nobody answers; a guest is asked to sign in', async () => {
  const { reports: _reports, version: _version, ...shown } = card()
  serve([listOrganizations, { data: { items: [shown] } }], [reportOrganization, { data: { ok: true } }])
  const page = draw(<Organizations community={place} />)
  expect(await screen.findByLabelText('演示卫生站，0523-00000399，打电话')).toBeTruthy()
  expect(screen.getByText('演示数据')).toBeTruthy()
  await press('电话打不通？登录后告诉社区：演示卫生站')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/sign-in/index' })
  page.unmount()
  startSession('t', me(['resident']))
  draw(<Organizations community={place} />)
  await press('电话打不通：演示卫生站')
  expect(await screen.findByText(/^已告诉社区/)).toBeTruthy()
  expect(sentTo(reportOrganization)).toHaveLength(1)
})
