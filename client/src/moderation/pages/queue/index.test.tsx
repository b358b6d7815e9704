import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { decideAppeal, hideContent, keepContent, moderationQueue } from '@tmt/shared/moderation/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { CHECK, queueItem } from '../../../../test/moderation.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import ModerationQueue from './index.tsx'

beforeEach(() => endSession())
const list = (...items: object[]) => [moderationQueue, { data: { items, next: null } }] as const
const done = { data: { ok: true } }
const name = '太极拳入门课'

it('shows why something waits, and lets it stand', async () => {
  startSession('t', me(['worker']))
  serve(list(queueItem()), [keepContent, done])
  draw(<ModerationQueue />)
  expect(await screen.findByText('有人举报')).toBeTruthy()
  expect(screen.getByText('举报：诈骗，要先交钱')).toBeTruthy()
  expect(screen.getByText(/演示乙发布.*居民现在能看到/)).toBeTruthy()
  await press(`可以显示：${name}`)
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('已看过，居民能看到。'))
  expect(sentTo(keepContent)[0]!.url).toContain(CHECK)
  expect(sentTo(moderationQueue).length).toBeGreaterThan(1)
})

it('hides with a reason, and asks for one', async () => {
  startSession('t', me(['committee']))
  serve(list(queueItem()), [hideContent, done])
  draw(<ModerationQueue />)
  await press(`隐藏：${name}`)
  const sheet = await screen.findByRole('dialog')
  const inSheet = (text: string) => within(sheet).getByRole('button', { name: text })
  fireEvent.click(inSheet('隐藏'))
  expect(await screen.findByText('请选一个原因')).toBeTruthy()
  fireEvent.click(await screen.findByRole('radio', { name: '其他' }))
  fireEvent.click(inSheet('隐藏'))
  expect(await screen.findByText('选了“其他”，请写一句原因')).toBeTruthy()
  expect(sentTo(hideContent)).toHaveLength(0)
  await write(/补充说明/, '图不对文')
  fireEvent.click(inSheet('隐藏'))
  await waitFor(() => expect(sentTo(hideContent)).toHaveLength(1))
  expect(sentTo(hideContent)[0]!.data).toEqual({ reason: 'other', note: '图不对文' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

const appeal = { text: '不收费', at: 1, outcome: null, answer: null }
it('answers an appeal, but not to one’s own hiding or about one’s own words', async () => {
  startSession('t', me(['worker']))
  serve(list(queueItem({ state: 'hidden', shown: false, reason: 'fraud', appeal })), [decideAppeal, done])
  const page = draw(<ModerationQueue />)
  expect(await screen.findByText('隐藏的原因：诈骗')).toBeTruthy()
  await press(`答复申诉：${name}`)
  await press('恢复显示')
  expect(await screen.findByText('请写一句答复，发布的人会看到')).toBeTruthy()
  await write(/给发布人的答复/, '已核实')
  await press('恢复显示')
  await waitFor(() => expect(sentTo(decideAppeal)[0]?.data).toMatchObject({ outcome: 'granted' }))
  page.unmount()
  serve(list(queueItem({ state: 'hidden', shown: false, appeal, hiddenByMe: true })))
  const again = draw(<ModerationQueue />)
  expect(await screen.findByText(decideAppeal.refusals.hiddenByYou.title)).toBeTruthy()
  again.unmount()
  serve(list(queueItem({ author: { name: null, me: true } })))
  draw(<ModerationQueue />)
  expect((await screen.findAllByText(keepContent.refusals.ownWords.title)).length).toBeGreaterThan(0)
})

it('shows what is refused by the server, beside what was pressed', async () => {
  startSession('t', me(['worker']))
  const { title } = keepContent.refusals.decided
  serve(list(queueItem()), [keepContent, { status: 409, data: problem('decided', 409, title) }])
  draw(<ModerationQueue />)
  await press(`可以显示：${name}`)
  expect(await screen.findByText(title)).toBeTruthy()
})

it('has a list of what is hidden, and leads to the whole thing', async () => {
  startSession('t', me(['worker']))
  serve([
    moderationQueue,
    ({ url }) => ({ data: { items: url.includes('list=hidden') ? [queueItem()] : [], next: null } }),
  ])
  draw(<ModerationQueue />)
  expect(await screen.findByText('没有等您看的内容')).toBeTruthy()
  fireEvent.click(await screen.findByRole('radio', { name: '已隐藏' }))
  await press(`看全文：${name}`)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: expect.stringContaining('/activities/pages/managed/index?id='),
  })
})

it('is for staff: district and city decide nothing, residents and guests are told where to go', async () => {
  for (const role of ['district', 'city'] as const) {
    startSession('t', me([role]))
    serve(list(queueItem()))
    const above = draw(<ModerationQueue />)
    expect(await screen.findByText('有人举报')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /可以显示/ })).toBeNull()
    above.unmount()
  }
  startSession('t', me(['resident']))
  const resident = draw(<ModerationQueue />)
  expect(screen.getByText('这里给社区工作人员用')).toBeTruthy()
  resident.unmount()
  endSession()
  draw(<ModerationQueue />)
  expect(screen.getByText('请先登录')).toBeTruthy()
})
