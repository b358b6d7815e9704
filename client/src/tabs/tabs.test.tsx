import { act, screen, waitFor } from '@testing-library/react'
import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { listMine, listOpen } from '@tmt/shared/home/contract.ts'
import { unreadMessages } from '@tmt/shared/messages/contract.ts'
import { listNotices } from '@tmt/shared/notices/contract.ts'
import { getSettings } from '@tmt/shared/settings/contract.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { card, ID } from '../../test/activities.ts'
import { due, dueId } from '../../test/due.ts'
import { NOTICE, noticeCard } from '../../test/notices.ts'
import { division, me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, sentTo, serve } from '../../test/render.tsx'
import Taro, { host } from '../../test/taro.ts'
import { keepCommunity } from '../platform/community.ts'
import { tellDemo } from '../platform/demo.ts'
import { setElder } from '../platform/elder.ts'
import { endSession, startSession } from '../platform/session.ts'
import Activities from './activities/index.tsx'
import Home from './home/index.tsx'
import Mine from './mine/index.tsx'

const settings = [
  getSettings,
  { data: { demo: true, operatorName: null, filingNumber: '演示备案号 1' } },
] as const
const open = card()
const full = card({ id: '01999999-0000-7000-8000-000000000002', title: '亲子剪纸', confirmed: 30 })
const list = (...items: object[]) => [listActivities, { data: { items, next: null } }] as const
const home = (...items: object[]) => [listOpen, { data: { items } }] as const
const nothingMine = [listMine, { data: { items: [] } }] as const
const lesson = () =>
  due({ kind: 'activityOpen', title: '太极拳入门课', note: '12月3日 周四 09:00 · 二楼活动室' })
const desk = [
  getDivision,
  {
    data: {
      division: division(),
      path: [],
      answeredBy: division(),
      phone: '0523-00000101',
      counter: '演示窗口',
      demo: true,
    },
  },
] as const

beforeEach(() => {
  endSession()
  tellDemo(false)
  setElder(false)
  keepCommunity(division())
})

describe('首页', () => {
  it('shows the doors, what I may still take part in, and the numbers that always stand', async () => {
    serve(
      home(lesson(), due({ kind: 'activityOpen', id: dueId(2), title: '截止了的课', until: Date.now() - 1 })),
      desk,
    )
    act(() => tellDemo(true))
    draw(<Home />)
    expect(await screen.findByText('太极拳入门课')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^太极拳入门课，.*还剩 1 天$/ })).toBeTruthy()
    expect(screen.queryByText('截止了的课')).toBeNull()
    expect(await screen.findByText('0523-00000101')).toBeTruthy()
    expect(screen.getByText('演示数据，不是真实信息')).toBeTruthy()
    await press(/^打电话找人/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/organizations/pages/phones/index' })
  })

  it('shows full-width rows and nothing else in elder mode', async () => {
    serve(home(lesson()), desk)
    draw(<Home />)
    await screen.findByText('太极拳入门课')
    act(() => setElder(true))
    expect(screen.queryByText('等您参与')).toBeNull()
    expect(screen.getByText('参加活动')).toBeTruthy()
    expect(screen.getByText('我的事')).toBeTruthy()
  })

  it.each([false, true])('says that messages wait, only when some do; in elder mode: %s', async (elder) => {
    setElder(elder)
    startSession('t', me(['resident']))
    serve(home(), desk, nothingMine, [unreadMessages, { data: { unread: 3 } }])
    const { unmount } = draw(<Home />)
    await press(/^您有 3 条新消息/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/messages/pages/inbox/index' })
    unmount()
    serve(home(), desk, nothingMine, [unreadMessages, { data: { unread: 0 } }])
    draw(<Home />)
    await waitFor(() => expect(sentTo(unreadMessages).length).toBeGreaterThan(1))
    expect(screen.queryByText(/新消息/)).toBeNull()
  })

  it('says how my own things stand, in the order of the server, each a press away', async () => {
    startSession('t', me(['resident']))
    const off = due({
      kind: 'activityCancelled',
      id: dueId(2),
      title: '广场舞',
      note: '已取消：有大雨',
      until: null,
    })
    serve(home(), desk, [
      listMine,
      {
        data: {
          items: [due({ kind: 'activityComing', title: '太极拳入门课', note: '已报名 · 二楼活动室' }), off],
        },
      },
    ])
    draw(<Home />)
    expect(await screen.findByRole('button', { name: '广场舞，已取消：有大雨' })).toBeTruthy()
    await press(/^太极拳入门课，已报名 · 二楼活动室，还有 1 天$/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/activities/pages/detail/index?id=${ID}` })
    expect(screen.getByRole('button', { name: '我的全部报名' })).toBeTruthy()
  })

  it('leads on where nothing is open, and where nothing is mine', async () => {
    startSession('t', me(['resident']))
    serve(home(), desk, nothingMine)
    draw(<Home />)
    expect(await screen.findByText('眼下没有可以报名的活动')).toBeTruthy()
    await press(/^没有待参加的活动/)
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/tabs/activities/index' })
    await press('以前的报名')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/activities/pages/signups/index' })
  })
})

it('首页 and 活动 can be sent to a group', () => {
  serve(list(), desk)
  const home = draw(<Home />)
  expect(host.shared?.()).toEqual({ title: '泰民通 · 身边的活动和电话', path: '/tabs/home/index' })
  home.unmount()
  draw(<Activities />)
  expect(host.shared?.()).toEqual({ title: '泰民通 · 演示居委会的活动', path: '/tabs/activities/index' })
})

describe('通知 on 首页', () => {
  const told = (...items: object[]) => [listNotices, { data: { items, next: null } }] as const
  const one = (n: number, more: object = {}) =>
    noticeCard({ id: NOTICE.slice(0, -1) + String(n), title: `通知${n}`, ...more })
  const urgent = { urgent: true }

  it('is one band for what is urgent, with how many more there are, and the latest three', async () => {
    const over = { ...urgent, startsAt: Date.now() - 2, endsAt: Date.now() - 1 }
    serve(list(), desk, told(one(1, urgent), one(2, urgent), one(3, over), one(4), one(5)))
    draw(<Home />)
    await press(/^紧急：通知1，/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/notices/pages/detail/index?id=${NOTICE}` })
    expect(screen.getAllByText(/^紧急：/)).toHaveLength(1)
    expect(['通知2', '通知3', '通知4', '通知5'].map((title) => screen.queryByText(title) !== null)).toEqual([
      true,
      true,
      true,
      false,
    ])
    await press('还有 1 条紧急通知')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/notices/pages/list/index' })
  })

  it('has no band where nothing is urgent, and says what was corrected or withdrawn', async () => {
    serve(list(), desk, told(one(1, { correctedAt: 1 }), one(2, { status: 'withdrawn' })))
    draw(<Home />)
    expect(await screen.findByText('更正：通知1')).toBeTruthy()
    expect(screen.getByText('已撤回：通知2')).toBeTruthy()
    expect(screen.queryByText(/^紧急/)).toBeNull()
  })

  it('stands in elder mode as a band and as a row', async () => {
    act(() => setElder(true))
    serve(list(), desk, told(one(1, urgent)))
    draw(<Home />)
    expect(await screen.findByText('紧急：通知1')).toBeTruthy()
    await press(/^看通知，/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/notices/pages/list/index' })
  })
})

describe('活动', () => {
  it('asks for this community, then for the whole town, then for what has been', async () => {
    serve(list(open), desk)
    draw(<Activities />)
    await screen.findByText('太极拳入门课')
    screen.getByRole('radio', { name: '全镇（街道）' }).click()
    await waitFor(() =>
      expect(sentTo(listActivities).at(-1)!.url).toContain('division=321202001000&when=upcoming'),
    )
    screen.getByRole('radio', { name: '以前的' }).click()
    await waitFor(() =>
      expect(sentTo(listActivities).at(-1)!.url).toContain('division=321202001000&when=past'),
    )
  })

  it('asks for days and for free places, and what has been has neither', async () => {
    serve(list(open), desk)
    draw(<Activities />)
    await screen.findByText('太极拳入门课')
    const asked = () => new URL(sentTo(listActivities).at(-1)!.url, 'http://x').searchParams
    screen.getByRole('radio', { name: '还有名额' }).click()
    await waitFor(() => expect(asked().get('free')).toBe('yes'))
    screen.getByRole('radio', { name: '未来 7 天' }).click()
    await waitFor(() => expect(asked().get('from')).toMatch(/^20\d\d-\d\d-\d\d$/))
    expect(Date.parse(asked().get('to')!) - Date.parse(asked().get('from')!)).toBe(6 * 86_400_000)
    screen.getByRole('radio', { name: '以前的' }).click()
    await waitFor(() => expect(asked().get('when')).toBe('past'))
    expect([...asked().keys()].toSorted()).toEqual(['division', 'when'])
    expect(screen.queryByRole('radio', { name: '还有名额' })).toBeNull()
  })

  it('leads on from an empty list', async () => {
    serve(list(), desk)
    draw(<Activities />)
    await press('看全镇（街道）的')
    await waitFor(() => expect(sentTo(listActivities).at(-1)!.url).toContain('division=321202001000'))
  })

  it('reads further pages on demand', async () => {
    serve(
      [
        listActivities,
        ({ url }) => ({
          data: url.includes('cursor=c1') ? { items: [full], next: null } : { items: [open], next: 'c1' },
        }),
      ],
      desk,
    )
    draw(<Activities />)
    await press('再看一些')
    expect(await screen.findByText('亲子剪纸')).toBeTruthy()
    expect(screen.getByText('太极拳入门课')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
  })
})

describe('我的', () => {
  it('says what signing in is for, and that nothing was lost when it has expired', () => {
    serve(settings, desk)
    draw(<Mine />)
    expect(screen.getByText('您还没有登录')).toBeTruthy()
    expect(screen.queryByText('我的报名')).toBeNull()
  })

  it('leads to the inbox, and says how many messages wait there', async () => {
    startSession('t', me(['resident']))
    serve(settings, desk, [unreadMessages, { data: { unread: 100 } }])
    draw(<Mine />)
    await press(/^我的消息，.+，100 多条未读$/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/messages/pages/inbox/index' })
  })

  it('leads the staff of a district to its notices, its communities and what is late there', async () => {
    const haling = division('321202000000', '海陵区')
    startSession('t', me([], { roles: [{ role: 'district', division: haling, until: null }] }))
    serve(settings, desk)
    draw(<Mine />)
    await press(/^管理通知 · 海陵区/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/notices/pages/manage/index?division=321202000000',
    })
    await press(/^核验逾期 · 海陵区/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/residency/pages/overdue/index?within=321202000000',
    })
    expect(screen.queryByText(/^窗口实名登记/)).toBeNull()
  })

  it('shows who I am, and leads staff to their work', async () => {
    startSession(
      't',
      me(['worker', 'town'], {
        roles: [
          { role: 'worker', division: division(), until: null },
          { role: 'town', division: division('321202001000', '城东街道'), until: null },
        ],
      }),
    )
    serve(settings, desk)
    draw(<Mine />)
    expect(screen.getByText('138****0001')).toBeTruthy()
    await press(/^管理活动 · 演示居委会/)
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/activities/pages/manage/index?community=321202001001',
    })
    await press(/^管理活动 · 城东街道/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/divisions/pages/pick/index?within=321202001000&to=manageActivities',
    })
    expect(await screen.findByText('备案号：演示备案号 1')).toBeTruthy()
    expect(screen.getByText('运营单位：演示，没有真实的运营单位')).toBeTruthy()
  })
})
