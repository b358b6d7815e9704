import { screen, waitFor } from '@testing-library/react'
import { managedNotices } from '@tmt/shared/notices/staff-contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { NOTICE, noticeCard } from '../../../../test/notices.ts'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Manage from './index.tsx'

beforeEach(() => {
  endSession()
})
const list = (...items: object[]) => [managedNotices, { data: { items, next: null } }] as const

it('lists what the unit has written, with how many have read it, and leads to writing one', async () => {
  startSession('t', me(['worker']))
  serve(
    list(
      { ...noticeCard(), reads: 7 },
      { ...noticeCard({ id: 'x', title: '草稿甲', status: 'draft' }), reads: 0 },
    ),
  )
  draw(<Manage />)
  expect(await screen.findByText(/ · 读过 7 人$/)).toBeTruthy()
  expect(screen.queryByText(/读过 0 人/)).toBeNull()
  expect(sentTo(managedNotices)[0]!.url).toContain('/divisions/321202001001/notices/managed')
  await press('3号楼停水')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/notices/pages/managed/index?id=${NOTICE}` })
  await press('写通知')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/notices/pages/edit/index?division=321202001001',
  })
})

it('a town writes for itself and only reads what its communities wrote', async () => {
  const grant = { role: 'town' as const, until: null }
  const town = { ...me([]).community!, code: '321202001000', name: '城东街道', level: 'town' as const }
  startSession('t', me([], { roles: [{ ...grant, division: town }] }))
  serve(list())
  const page = draw(<Manage />)
  expect(await screen.findByText('写一条，先存草稿也行。')).toBeTruthy()
  page.unmount()
  host.params = { division: '321202001001' }
  draw(<Manage />)
  expect(await screen.findByText('写好后会列在这里。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '写通知' })).toBeNull()
})

it('is for staff alone', async () => {
  startSession('t', me(['resident']))
  serve()
  draw(<Manage />)
  await waitFor(() => expect(screen.getByText('这里给社区工作人员用')).toBeTruthy())
})
