import { screen, waitFor } from '@testing-library/react'
import { HOUR } from '@tmt/shared/time.ts'
import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { ID } from '../../test/activities.ts'
import { due, dueId } from '../../test/due.ts'
import { division, me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, sentTo, serve } from '../../test/render.tsx'
import Taro from '../../test/taro.ts'
import { endSession, startSession, workAt } from '../platform/session.ts'
import { Work } from './work.tsx'

const now = Date.now()
const late = due({ title: '没发布的课', until: now - 2 * HOUR })
const items = [late, ...[2, 3, 4].map((n) => due({ id: dueId(n), title: `第${n}课` }))]
const counts = { overdue: 1, today: 0, open: 3 }
const worker = me(['worker'])

beforeEach(() => {
  endSession()
  serve(
    [listDue, { data: { counts, items, next: null } }],
    [countDue, { data: { counts, items: [{ division: division(), counts }] } }],
  )
})

it('stands on what waits: how much, and the three most pressing with their clocks, each a press away', async () => {
  startSession('t', worker)
  draw(<Work grants={worker.roles} now={now} due />)
  expect(await screen.findByRole('button', { name: '工作台，逾期 1 · 待办 3' })).toBeTruthy()
  expect(screen.queryByText('第4课')).toBeNull()
  await press(/^没发布的课，.*已逾期 2 小时$/)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/activities/pages/managed/index?id=${ID}` })
  await press(/^工作台/)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/workbench/pages/board/index?place=321202001001',
  })
})

it('asks about the place that was worked for last, a town as a whole', async () => {
  const both = ['321202001001', '321202001000'].map((code) => ({
    role: code.endsWith('000') ? ('town' as const) : ('worker' as const),
    division: division(code),
    until: null,
  }))
  startSession('t', me([], { roles: both }))
  workAt('321202001000')
  draw(<Work grants={both} now={now} due />)
  await waitFor(() => expect(sentTo(countDue)[0]!.url).toContain('/divisions/321202001000/due'))
  expect(sentTo(listDue)).toHaveLength(0)
  expect(await screen.findByRole('button', { name: /^工作台，逾期 1/ })).toBeTruthy()
})
