import { screen, waitFor } from '@testing-library/react'
import { listUnitTotals, setUnitTotals } from '@tmt/shared/residency/seat-contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { endSession, startSession } from '../../../platform/session.ts'
import Totals from './index.tsx'

const one = {
  place: '321202001001-P000001',
  name: '东安花园',
  entered: null as { units: number; area: number } | null,
  verified: { units: 2, area: 19_730 },
  version: 0,
}
beforeEach(() => {
  endSession()
  startSession('t', me(['worker']))
})

it('enters the numbers, as whole hundredths', async () => {
  let now = one
  serve(
    [listUnitTotals, () => ({ data: { items: [now] } })],
    [
      setUnitTotals,
      () => (
        (now = { ...one, entered: { units: 812, area: 8_643_250 }, version: 1 }),
        { data: { items: [now] } }
      ),
    ],
  )
  draw(<Totals />)
  await press('东安花园，还没有录入总数 · 已核验业主的 2 个，197.30 平方米')
  await write('专有部分有几个', '812')
  await write(/^专有部分总面积/, '86432.505')
  await press(/^保存/)
  expect(sentTo(setUnitTotals)).toHaveLength(0)
  await write(/^专有部分总面积/, '86432.50')
  await press(/^保存/)
  await waitFor(() =>
    expect(sentTo(setUnitTotals)[0]!.data).toEqual({ units: 812, area: 8_643_250, version: 0 }),
  )
  expect(await screen.findByText(/^共 812 个专有部分，86432.50 平方米/)).toBeTruthy()
})

it('a colleague who was faster is told of, and what was typed stays', async () => {
  serve(
    [listUnitTotals, { data: { items: [one] } }],
    [setUnitTotals, { status: 409, data: problem('stale', 409, '同事刚改过这些数字，请刷新后再录') }],
  )
  draw(<Totals />)
  await press(/^东安花园/)
  await write('专有部分有几个', '812')
  await write(/^专有部分总面积/, '700')
  await press(/^保存/)
  expect(await screen.findByText('同事刚改过这些数字，请刷新后再录')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('专有部分有几个').value).toBe('812')
})

it('is not for residents', () => {
  startSession('t', me(['resident']))
  serve()
  draw(<Totals />)
  expect(screen.getByText('这里给社区工作者用')).toBeTruthy()
})
