import { fireEvent, screen, waitFor } from '@testing-library/react'
import {
  answerProposal,
  mySeats,
  proposeRepresentative,
  type Seat,
} from '@tmt/shared/residency/seat-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { PARTNER, PROPOSAL, seat } from '../../../../test/seats.ts'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import MySeats from './index.tsx'

beforeEach(() => {
  endSession()
  startSession('t', me(['resident']))
})
const items = (...all: Seat[]) => ({ data: { items: all } })
const proposal = (obstacle: NonNullable<Seat['proposal']>['obstacle']) => ({
  id: PROPOSAL,
  toName: '演示家人乙',
  byName: '演示家人乙',
  at: Date.now() - DAY,
  agreed: 0,
  needed: 1,
  obstacle,
})

it('shows who is of the household, and who speaks for it since when', async () => {
  serve([mySeats, items(seat())])
  draw(<MySeats />)
  expect(await screen.findByText('户 · 东安花园 3号楼 2单元301室')).toBeTruthy()
  expect(screen.getByText('演示家人甲（您）')).toBeTruthy()
  expect(screen.getByText('户主')).toBeTruthy()
  expect(screen.getByText(/演示家人甲当代表：是户主$/)).toBeTruthy()
})

it('proposes another adult, and says that nothing changes until they agree', async () => {
  let now = seat()
  serve(
    [mySeats, () => items(now)],
    [proposeRepresentative, () => ((now = seat({ proposal: proposal('ownProposal') })), { data: now })],
  )
  draw(<MySeats />)
  await press('换户代表')
  expect(screen.queryByRole('radio', { name: /丙/ })).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: '演示家人乙' }))
  await press('提出来，请大家同意')
  await waitFor(() => expect(sentTo(proposeRepresentative)[0]!.data).toEqual({ member: PARTNER }))
  expect(await screen.findByText(/没同意以前，代表不变/)).toBeTruthy()
  expect(await screen.findByRole('button', { name: '取消这一次' })).toBeTruthy()
})

describe('an answer', () => {
  it('agrees', async () => {
    let now = seat({ proposal: proposal(null) })
    serve([mySeats, () => items(now)], [answerProposal, () => ((now = seat()), { data: now })])
    draw(<MySeats />)
    await press('同意由演示家人乙当户代表')
    await waitFor(() => expect(sentTo(answerProposal)[0]!.data).toEqual({ proposal: PROPOSAL, agree: true }))
    expect(await screen.findByText('已同意，大家在这里都看得到结果。')).toBeTruthy()
  })
  it('says no, and a result that was there before is told', async () => {
    serve(
      [mySeats, items(seat({ proposal: proposal(null) }))],
      [answerProposal, { status: 409, data: problem('settled', 409, '这一次已经有了结果，请刷新后再看') }],
    )
    draw(<MySeats />)
    await press('不同意')
    expect(await screen.findByText('这一次已经有了结果，请刷新后再看')).toBeTruthy()
  })
  it('is not asked of who can’t give it, and it is said why', async () => {
    serve([mySeats, items(seat({ proposal: proposal('headDecides') }))])
    draw(<MySeats />)
    expect(await screen.findByText('换户代表要由户主同意，或由社区工作者见证')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^同意/ })).toBeNull()
  })
})

it('owners who are not all here yet are told why they can’t choose', async () => {
  const unit = { area: 9_865, basis: 'register', owners: 4 } as const
  serve([mySeats, items(seat({ purpose: 'unit', unit }))])
  draw(<MySeats />)
  expect(await screen.findByText('98.65 平方米')).toBeTruthy()
  expect(screen.getByText(/^共有人还没有都登记/)).toBeTruthy()
})

it('leads to the homes where there is nothing yet, and to the sign-in where nobody is', async () => {
  serve([mySeats, items()])
  const { unmount } = draw(<MySeats />)
  await press('我的住处')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/residency/pages/homes/index' })
  unmount()
  endSession()
  draw(<MySeats />)
  expect(screen.getByText('登录后看您的户和房产')).toBeTruthy()
})
