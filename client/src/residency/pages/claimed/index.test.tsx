import { fireEvent, screen } from '@testing-library/react'
import { decideClaim, getClaim } from '@tmt/shared/residency/staff-contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { claim, HOME } from '../../../../test/residency.ts'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import ClaimedHome from './index.tsx'

beforeEach(() => {
  endSession()
  startSession('t', me(['worker']))
  host.params = { id: HOME }
  host.stack = [{}, {}]
})

it('asks for more with a reason, says that it was told, and leads to the next', async () => {
  let one = claim()
  serve(
    [getClaim, () => ({ data: one })],
    [decideClaim, () => ((one = claim({ status: 'needMore', reason: 'notMet', note: '' })), { data: one })],
  )
  draw(<ClaimedHome />)
  expect(await screen.findByText('演示居民甲 199****0001')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '要补充' }))
  fireEvent.click(await screen.findByRole('radio', { name: '上门没有遇到人' }))
  await press(/^请本人补充：/)
  expect(await screen.findByText(/^已请本人补充：/)).toBeTruthy()
  expect(await screen.findByText('原因：上门没有遇到人')).toBeTruthy()
  expect(sentTo(decideClaim)[0]!.data).toEqual({
    outcome: 'needMore',
    reason: 'notMet',
    note: '',
    version: 1,
  })
  await press('看下一条')
  expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
})

it('of another community it knows nothing', async () => {
  serve([getClaim, { status: 404, data: problem('notFound', 404, '没有找到，可能已被移走') }])
  draw(<ClaimedHome />)
  expect(await screen.findByText('没有找到，可能已被移走')).toBeTruthy()
})
