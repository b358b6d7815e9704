import { screen, waitFor } from '@testing-library/react'
import {
  allOpinions,
  answerOpinion,
  myOpinions,
  type Opinion,
  opinionStatistic,
  sendOpinion,
} from '@tmt/shared/feedback/contract.ts'
import { atShanghai } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { division, me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Mine from '../mine/index.tsx'
import Write from '../write/index.tsx'
import Manage from './index.tsx'

const opinion = (more: Partial<Opinion> = {}): Opinion => ({
  id: '01999999-0000-7000-8000-000000000001',
  kind: 'error',
  text: '星期写错了',
  page: '/tabs/home/index',
  wantsAnswer: true,
  at: Date.now(),
  answerBy: atShanghai(2099, 12, 5),
  answer: null,
  answeredAt: null,
  correction: null,
  correctedAt: null,
  ...more,
})
const city = me([], { roles: [{ role: 'city', division: division('321200000000'), until: null }] })
beforeEach(() => {
  endSession()
  host.params = {}
})

it('an opinion tells the page it is about, and the receipt says by when it is answered', async () => {
  startSession('t', me())
  host.params = { from: encodeURIComponent('/tabs/home/index') }
  serve([sendOpinion, { data: opinion() }])
  draw(<Write />)
  await press('提交意见')
  expect(screen.getByText('请选一类')).toBeTruthy()
  expect(sentTo(sendOpinion)).toHaveLength(0)
  screen.getByText('找错').click()
  await write(/^想说什么/, '星期写错了')
  screen.getByRole('switch').click()
  await press('提交意见')
  expect(await screen.findByText(/最晚 2099年12月4日答复您/)).toBeTruthy()
  expect(sentTo(sendOpinion)[0]!.data).toEqual({
    kind: 'error',
    text: '星期写错了',
    page: '/tabs/home/index',
    wantsAnswer: true,
  })
})

it('a guest is promised no answer, a foreign address is left out, and a failure loses nothing', async () => {
  host.params = { from: 'https://example.com/' }
  serve([sendOpinion, { status: 429, data: problem('tooMany', 429, sendOpinion.refusals.tooMany.title) }])
  const page = draw(<Write />)
  expect(screen.queryByRole('switch')).toBeNull()
  screen.getByText('建议').click()
  await write(/^想说什么/, '字再大一点')
  await press('提交意见')
  expect(await screen.findByText(new RegExp(sendOpinion.refusals.tooMany.title))).toBeTruthy()
  expect(sentTo(sendOpinion)[0]!.data).toMatchObject({ page: '', wantsAnswer: false })
  page.unmount()
  serve([sendOpinion, { data: opinion({ wantsAnswer: false, answerBy: null }) }])
  draw(<Write />)
  await press('提交意见')
  expect(await screen.findByText(/我们会看/)).toBeTruthy()
})

it('the writer reads the answer and its correction', async () => {
  startSession('t', me())
  const answered = {
    answer: '已改',
    answeredAt: Date.now(),
    correction: '明天才改好',
    correctedAt: Date.now(),
  }
  serve([myOpinions, { data: { items: [opinion(answered)], next: null } }])
  draw(<Mine />)
  expect(await screen.findByText(/答复：已改/)).toBeTruthy()
  expect(screen.getByText(/更正：明天才改好/)).toBeTruthy()
})

it('the city’s staff answer; others are told whom it is for', async () => {
  serve()
  const stranger = draw(<Manage />)
  expect(screen.getByText('这里给市级工作人员用')).toBeTruthy()
  expect(sentTo(allOpinions)).toHaveLength(0)
  stranger.unmount()
  startSession('t', city)
  const byKind = { error: 1, suggestion: 0, praise: 0, other: 0 }
  serve(
    [opinionStatistic, { data: { total: 1, byKind, waiting: 1, overdue: 0, answered: 0, inTime: 0 } }],
    [allOpinions, { data: { items: [opinion()], next: null } }],
    [answerOpinion, { data: opinion({ answer: '已改', answeredAt: Date.now() }) }],
  )
  draw(<Manage />)
  expect(await screen.findByText(/共 1 条；等待答复 1 条/)).toBeTruthy()
  await press('答复：星期写错了')
  await press('发出答复')
  expect(screen.getByText('请写 2 到 1000 个字')).toBeTruthy()
  await write(/^答复的内容/, '已改')
  await press('发出答复')
  await waitFor(() => expect(sentTo(answerOpinion)[0]?.data).toEqual({ text: '已改' }))
  expect(await screen.findByText(/^已答复，提意见的人/)).toBeTruthy()
})
