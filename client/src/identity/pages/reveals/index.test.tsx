import { screen, waitFor } from '@testing-library/react'
import { listReveals, reviewReveal, type RevealView } from '@tmt/shared/identity/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { endSession, startSession } from '../../../platform/session.ts'
import Reveals from './index.tsx'

const look: RevealView = {
  id: '01999999-0000-7000-8000-0000000000e1',
  at: Date.now() - 86_400_000,
  field: 'idNumber',
  reason: '本人来窗口核对号码',
  communityName: '演示居委会',
  by: '演示工作者',
  byPhone: '138****0003',
  of: '演** 321200**********13',
  outcome: null,
  note: null,
  reviewedAt: null,
}
beforeEach(() => {
  endSession()
  startSession('t', me(['dpo']))
})

it('takes a look off the list once it is reviewed', async () => {
  let items = [look]
  serve(
    [reviewReveal, () => ((items = []), { data: { ...look, outcome: 'fine', reviewedAt: 1 } })],
    [listReveals, () => ({ data: { items, next: null } })],
  )
  draw(<Reveals />)
  expect(await screen.findByText('演示工作者看了身份证号')).toBeTruthy()
  await press(/^没有问题/)
  expect(await screen.findByText('没有等复核的')).toBeTruthy()
  expect(sentTo(reviewReveal)[0]!.data).toEqual({ outcome: 'fine', note: '' })
})

it('asks for the question, sends it, and tells when a colleague was faster', async () => {
  const { status, title } = reviewReveal.refusals.alreadyReviewed
  serve(
    [reviewReveal, { status, data: problem('alreadyReviewed', status, title) }],
    [listReveals, { data: { items: [look], next: null } }],
  )
  draw(<Reveals />)
  await press(/^提出疑问/)
  await press('发给查看的人')
  expect(screen.getByText(reviewReveal.refusals.noteMissing.title)).toBeTruthy()
  await write(/^疑问和要求/, '请说明来电时间')
  await press('发给查看的人')
  await waitFor(() => expect(screen.getAllByText(title).length).toBeGreaterThan(0))
  expect(sentTo(reviewReveal)[0]!.data).toEqual({ outcome: 'questioned', note: '请说明来电时间' })
})

it('shows the reviewed ones on request', async () => {
  serve([
    listReveals,
    (sent) => ({
      data: { items: sent.url.includes('done') ? [{ ...look, outcome: 'fine' }] : [], next: null },
    }),
  ])
  draw(<Reveals />)
  expect(await screen.findByText('没有等复核的')).toBeTruthy()
  screen.getByRole('radio', { name: '复核过的' }).click()
  expect(await screen.findByText('没有问题')).toBeTruthy()
  expect(screen.queryByText('提出疑问')).toBeNull()
})

it('is for nobody else, and asks the server nothing for them', async () => {
  startSession('t', me(['worker']))
  serve()
  draw(<Reveals />)
  expect(await screen.findByText('这里给个人信息保护负责人用')).toBeTruthy()
  expect(sentTo(listReveals)).toHaveLength(0)
})
