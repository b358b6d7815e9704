import { screen } from '@testing-library/react'
import { managedActivities, mySignups } from '@tmt/shared/activities/contract.ts'
import { myResidencies } from '@tmt/shared/residency/contract.ts'
import { countClaims } from '@tmt/shared/residency/waiting-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, sentTo, serve } from '../../test/render.tsx'
import { HOME, home } from '../../test/residency.ts'
import Taro from '../../test/taro.ts'
import { setElder } from '../platform/elder.ts'
import { endSession, startSession } from '../platform/session.ts'
import Home from './home/index.tsx'
import Mine from './mine/index.tsx'
import { Work } from './work.tsx'

const ending = home({ status: 'verified', confirmBy: Date.now() + 5 * DAY })
beforeEach(() => {
  endSession()
  setElder(false)
})

it.each([false, true])(
  '首页 says when a home wants something, and leads there; large mode: %s',
  async (elder) => {
    setElder(elder)
    startSession('t', me(['resident']))
    const waiting = home({ id: '01999999-0000-7000-8000-0000000000c2', door: '12号' })
    serve(
      [mySignups, { data: { items: [], next: null } }],
      [myResidencies, { data: { items: [ending, waiting] } }],
    )
    draw(<Home />)
    expect(await screen.findByRole('button', { name: /确认还住在这里/ })).toBeTruthy()
    expect(screen.queryByText(/12号/)).toBeNull()
    await press(/^东安花园 3号楼 2单元301室/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/residency/pages/home/index?id=${HOME}` })
  },
)

it('我的 has the door, and says what stands behind it', async () => {
  startSession('t', me())
  serve([myResidencies, { data: { items: [home()] } }])
  draw(<Mine />)
  expect(await screen.findByText('有 1 处在等社区核验')).toBeTruthy()
  await press(/^我的住处/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/residency/pages/homes/index' })
})

it('a grid worker has homes to verify, and no activities', async () => {
  const grid = me(['grid'])
  startSession('t', grid)
  serve([countClaims, { data: { waiting: 5, late: 1, today: 2 } }])
  draw(<Work grants={grid.roles} now={Date.now()} due />)
  expect(await screen.findByText('逾期 1 · 今天到期 2 · 待核验 5')).toBeTruthy()
  expect(screen.queryByText(/管理活动/)).toBeNull()
  expect(sentTo(managedActivities)).toHaveLength(0)
  await press(/^核验住处/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/residency/pages/queue/index?community=321202001001',
  })
})

it('a worker’s 我的 leads to addresses and to the declaration', async () => {
  startSession('t', me(['worker']))
  serve([countClaims, { data: { waiting: 0, late: 0, today: 0 } }])
  draw(<Mine />)
  expect(await screen.findByText('没有待核验的')).toBeTruthy()
  await press(/^地址管理/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/divisions/pages/places/index?community=321202001001',
  })
  await press(/^近亲属申报/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/relatives/index' })
})
