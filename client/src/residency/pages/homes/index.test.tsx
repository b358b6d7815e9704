import { screen } from '@testing-library/react'
import { myResidencies } from '@tmt/shared/residency/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, serve } from '../../../../test/render.tsx'
import { HOME, home } from '../../../../test/residency.ts'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import MyHomes from './index.tsx'

beforeEach(() => endSession())
const list = (...items: object[]) => [myResidencies, { data: { items } }] as const

it('asks a guest to sign in, and says what for', async () => {
  serve()
  draw(<MyHomes />)
  expect(screen.getByText('登录后登记您的住处')).toBeTruthy()
  await press('登录')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/sign-in/index' })
})

it('says how to begin where there is none', async () => {
  startSession('t', me())
  serve(list())
  draw(<MyHomes />)
  expect(await screen.findByText('您还没有登记住处')).toBeTruthy()
  await press('登记一处住处')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/residency/pages/claim/index' })
})

it('says of each home how it stands and what comes next, and opens one', async () => {
  startSession('t', me(['resident']))
  serve(
    list(
      home({ status: 'verified', primary: true, confirmBy: Date.now() + 10 * DAY }),
      home({ id: '01999999-0000-7000-8000-0000000000c2', door: '12号' }),
      home({
        id: '01999999-0000-7000-8000-0000000000c3',
        door: '5号',
        status: 'needMore',
        reason: 'evidenceMissing',
        note: '带合同来',
      }),
    ),
  )
  draw(<MyHomes />)
  expect(await screen.findByText('主要住处')).toBeTruthy()
  expect(screen.getByText(/^请在.+前确认还住在这里，还剩 \d+ 天。$/)).toBeTruthy()
  expect(screen.getByText(/^已交给社区，.+前答复您/)).toBeTruthy()
  expect(screen.getByText('要补充：还要看证件或合同：带合同来。改好后再交一次。')).toBeTruthy()
  await press('东安花园 3号楼 2单元301室')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/residency/pages/home/index?id=${HOME}` })
})

it('keeps the way to the counter when nothing can be read', async () => {
  startSession('t', me())
  serve([myResidencies, 'offline'])
  draw(<MyHomes />)
  expect(await screen.findByText('没有连上网络')).toBeTruthy()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})

it('offers no seventh', async () => {
  startSession('t', me())
  const six = Array.from({ length: 6 }, (_, i) => home({ id: `01999999-0000-7000-8000-00000000000${i}` }))
  serve(list(...six))
  draw(<MyHomes />)
  expect(await screen.findByText('最多登记 6 处，请先删去不用的')).toBeTruthy()
})
