import { screen } from '@testing-library/react'
import { managedActivities } from '@tmt/shared/activities/staff-contract.ts'
import { listMine } from '@tmt/shared/home/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { listDue } from '@tmt/shared/workbench/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { due, dueId } from '../../test/due.ts'
import { me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, sentTo, serve } from '../../test/render.tsx'
import { HOME } from '../../test/residency.ts'
import Taro from '../../test/taro.ts'
import { setElder } from '../platform/elder.ts'
import { endSession, startSession } from '../platform/session.ts'
import Home from './home/index.tsx'
import Mine from './mine/index.tsx'
import { Work } from './work.tsx'

const ending = due({
  kind: 'homeEnding',
  id: HOME,
  title: '东安花园 3号楼',
  note: '请确认您还在这里，一年一次',
  until: Date.now() + 5 * DAY + DAY / 2,
})
const waiting = due({ kind: 'homePending', id: dueId(2), title: '和平苑 1号楼', note: '已交给社区，等核验' })
beforeEach(() => {
  endSession()
  setElder(false)
})

it.each([false, true])(
  '首页 says when a home wants something, and leads there; large mode: %s',
  async (elder) => {
    setElder(elder)
    startSession('t', me(['resident']))
    serve([listMine, { data: { items: [ending, waiting] } }])
    draw(<Home />)
    expect(await screen.findByRole('button', { name: /请确认您还在这里，一年一次，还有 5 天/ })).toBeTruthy()
    expect(screen.queryAllByText('和平苑 1号楼')).toHaveLength(elder ? 0 : 1)
    await press(/^东安花园 3号楼/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/residency/pages/home/index?id=${HOME}` })
  },
)

it('我的 has the door to my homes', async () => {
  startSession('t', me())
  draw(<Mine />)
  await press(/^我的住处/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/residency/pages/homes/index' })
})

it('a grid worker has homes to verify, the most pressing at once, and no activities', async () => {
  const grid = me(['grid'])
  startSession('t', grid)
  const claim = due({ kind: 'homeClaim', id: HOME, title: '核验住处：东安花园 3号楼' })
  serve([listDue, { data: { counts: { overdue: 1, today: 2, open: 2 }, items: [claim], next: null } }])
  draw(<Work grants={grid.roles} now={Date.now()} due />)
  expect(await screen.findByText('逾期 1 · 今天到期 2 · 待办 2')).toBeTruthy()
  expect(screen.queryByText(/管理活动/)).toBeNull()
  expect(sentTo(managedActivities)).toHaveLength(0)
  await press(/^核验住处：/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/residency/pages/claimed/index?id=${HOME}` })
  await press(/^核验住处 ·/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/residency/pages/queue/index?community=321202001001',
  })
})

it('a worker’s 我的 leads to addresses and to the declaration', async () => {
  startSession('t', me(['worker']))
  draw(<Mine />)
  await press(/^地址管理/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/divisions/pages/places/index?community=321202001001',
  })
  await press(/^近亲属申报/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/relatives/index' })
})
