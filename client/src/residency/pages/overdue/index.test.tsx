import { screen } from '@testing-library/react'
import { listOverdue } from '@tmt/shared/residency/staff-contract.ts'
import { atShanghai } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { draw, problem, serve } from '../../../../test/render.tsx'
import { endSession, startSession } from '../../../platform/session.ts'
import Overdue from './index.tsx'

beforeEach(() => {
  endSession()
  startSession('t', me(['town']))
})
const late = {
  communityId: '321202001001',
  communityName: '演示居委会',
  late: 3,
  urged: 2,
  since: atShanghai(2020, 5, 2),
}

it('lists the communities with their numbers', async () => {
  serve([listOverdue, { data: { items: [late] } }])
  draw(<Overdue />)
  expect(await screen.findByText('逾期 3')).toBeTruthy()
  expect(screen.getByText('最早一条应在2020年5月1日前答复 · 已催 2 条')).toBeTruthy()
})

it('is for the district as well', async () => {
  startSession('t', me(['district']))
  serve([listOverdue, { data: { items: [late] } }])
  draw(<Overdue />)
  expect(await screen.findByText('逾期 3')).toBeTruthy()
})

it('says so when nobody waits too long', async () => {
  serve([listOverdue, { data: { items: [] } }])
  draw(<Overdue />)
  expect(await screen.findByText('没有逾期的')).toBeTruthy()
})

it('says what the server refuses, and is not for residents', async () => {
  serve([listOverdue, { status: 404, data: problem('notFound', 404, '没有找到，可能已经删除') }])
  const { unmount } = draw(<Overdue />)
  expect(await screen.findByText('没有找到，可能已经删除')).toBeTruthy()
  unmount()
  startSession('t', me(['resident']))
  draw(<Overdue />)
  expect(screen.getByText('这里给镇（街道）、市（区）和市里的工作人员用')).toBeTruthy()
})
