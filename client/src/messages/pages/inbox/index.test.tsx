import { screen, waitFor } from '@testing-library/react'
import { unreadMessages } from '@tmt/shared/messages/contract.ts'
import {
  listMessages,
  readAllMessages,
  readMessage,
  type Message,
} from '@tmt/shared/messages/inbox-contract.ts'
import { HOUR } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, freshClient, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Inbox from './index.tsx'

const at = Date.now() - HOUR
const message = (n: number, more: Partial<Message> = {}): Message => ({
  id: `01999999-0000-7000-8000-0000000000c${n}`,
  template: 'activityCancelled',
  title: '活动取消',
  body: '您报名的“太极拳入门课”取消了。原因：下雨。',
  urgent: false,
  about: { kind: 'activity', id: ID },
  at: at - n,
  readAt: null,
  ...more,
})
const list = (...items: Message[]) => [listMessages, { data: { items, next: null } }] as const
const unread = (count: number) => [unreadMessages, { data: { unread: count } }] as const

beforeEach(() => {
  endSession()
  startSession('t', me(['resident']))
})

it('shows each message whole, marks what is urgent and unread by words, and opens what it is about', async () => {
  serve(list(message(1, { urgent: true }), message(2, { title: '报名成功', readAt: at })), unread(1), [
    readMessage,
    { data: { unread: 0 } },
  ])
  draw(<Inbox />)
  expect((await screen.findAllByText(/原因：下雨/)).length).toBe(2)
  expect(screen.getByText('紧急')).toBeTruthy()
  expect(screen.getByText('未读')).toBeTruthy()
  expect(await screen.findByText('1 条未读')).toBeTruthy()
  await press(/^活动取消，未读/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/activities/pages/detail/index?id=${ID}` })
  await waitFor(() => expect(screen.getByText('都读过了')).toBeTruthy())
  expect(sentTo(readMessage)[0]!.url).toContain(message(1).id)
})

it('opens a message that was read before without telling the server again', async () => {
  serve(list(message(2, { readAt: at })), unread(0))
  draw(<Inbox />)
  await press(/^活动取消，已读/)
  expect(Taro.navigateTo).toHaveBeenCalled()
  expect(sentTo(readMessage)).toHaveLength(0)
})

it.each([
  ['residency', `/residency/pages/home/index?id=${ID}`, '看这处住处'],
  ['seat', `/residency/pages/seats/index?id=${ID}`, '看这一户、这处房产'],
  ['notice', `/notices/pages/detail/index?id=${ID}`, '看通知全文'],
  ['check', `/moderation/pages/mine/index?id=${ID}`, '看这一条'],
  ['opinion', `/feedback/pages/mine/index?id=${ID}`, '看我的意见'],
  ['workbench', `/workbench/pages/board/index?place=${ID}`, '打开工作台'],
] as const)('a message about a %s says where it leads, and leads there', async (kind, url, words) => {
  serve(list(message(2, { readAt: at, about: { kind, id: ID } })), unread(0))
  draw(<Inbox />)
  expect(await screen.findByText(words)).toBeTruthy()
  await press(/^活动取消，已读/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
})

it('reads all up to the newest that was on the screen', async () => {
  serve(list(message(1), message(2)), unread(2), [readAllMessages, { data: { unread: 0 } }])
  draw(<Inbox />)
  await press('全部标为已读')
  expect(await screen.findByText('都读过了')).toBeTruthy()
  expect(sentTo(readAllMessages)[0]!.data).toEqual({ upTo: at - 1 })
})

it('says why reading all did not work', async () => {
  serve(list(message(1)), unread(1), [
    readAllMessages,
    { status: 503, data: problem('unavailable', 503, '系统正忙，请稍后再试') },
  ])
  draw(<Inbox />)
  await press('全部标为已读')
  expect(await screen.findByText('系统正忙，请稍后再试')).toBeTruthy()
})

it('leads to the choices', async () => {
  serve(list(), unread(0))
  draw(<Inbox />)
  await press(/^怎样提醒我/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/messages/pages/preferences/index' })
})

it('says what will stand here, and where to go, while there is nothing', async () => {
  serve(list(), unread(0))
  draw(<Inbox />)
  expect(await screen.findByText('还没有消息')).toBeTruthy()
  await press('看有什么活动')
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/tabs/activities/index' })
})

it('keeps what was read before when there is no network, and says so', async () => {
  serve(list(message(1)), unread(1))
  const client = freshClient()
  const { unmount } = draw(<Inbox />, client)
  await screen.findByText('活动取消')
  unmount()
  serve([listMessages, 'offline'], [unreadMessages, 'offline'])
  await client.invalidateQueries()
  draw(<Inbox />, client)
  expect(await screen.findByText(/没有连上网络，下面是/)).toBeTruthy()
  expect(screen.getByText('活动取消')).toBeTruthy()
})

it('offers another try when nothing could be read', async () => {
  serve([listMessages, 'offline'], [unreadMessages, 'offline'])
  draw(<Inbox />)
  expect(await screen.findByText('没有连上网络')).toBeTruthy()
  serve(list(message(1)), unread(1))
  await press('再试一次')
  expect(await screen.findByText('活动取消')).toBeTruthy()
})

it('asks a guest to sign in, and asks the server for nothing', async () => {
  endSession()
  draw(<Inbox />)
  await press('登录')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/sign-in/index' })
  expect(sentTo(listMessages)).toHaveLength(0)
})
