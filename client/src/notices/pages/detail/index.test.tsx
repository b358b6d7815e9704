import { screen, waitFor } from '@testing-library/react'
import { everybody } from '@tmt/shared/notices/audience-rules.ts'
import { countRead, getNotice } from '@tmt/shared/notices/contract.ts'
import { atShanghai, HOUR } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { NOTICE, notice } from '../../../../test/notices.ts'
import { press } from '../../../../test/press.ts'
import { draw, freshClient, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { keyOf } from '../../../platform/queries.ts'
import { endSession } from '../../../platform/session.ts'
import Detail from './index.tsx'

const shown = (more = {}) => [getNotice, { data: notice(more) }] as const
const counted = [countRead, { data: { ok: true } }] as const

beforeEach(() => {
  endSession()
  host.params = { id: NOTICE }
})

it('says what, when, whom to ring and whose it is', async () => {
  serve(
    [...shown({ startsAt: atShanghai(2030, 12, 1, 8), endsAt: atShanghai(2030, 12, 1, 12) })],
    [...counted],
  )
  draw(<Detail />)
  expect(await screen.findByText('2030年12月1日 周日 08:00 至 12:00')).toBeTruthy()
  expect(screen.getByText('抢修主管，请提前存水。')).toBeTruthy()
  expect(screen.getByText('问这件事')).toBeTruthy()
  expect(screen.getByText(/^演示居委会 · .+ 发布$/)).toBeTruthy()
  expect(host.shared?.()).toEqual({
    title: '3号楼停水 · 2030年12月1日 周日 08:00 至 12:00 · 演示居委会',
    path: `/notices/pages/detail/index?id=${NOTICE}`,
  })
})

it('is counted as read once by a device that tells nothing of its owner, the same the next time', async () => {
  serve([...shown()], [...counted])
  const page = draw(<Detail />)
  await waitFor(() => expect(sentTo(countRead)).toHaveLength(1))
  page.unmount()
  draw(<Detail />)
  await waitFor(() => expect(sentTo(countRead)).toHaveLength(2))
  const [first, second] = sentTo(countRead).map(({ data }) => data?.device)
  expect(first).toMatch(/^[\w-]{36}$/)
  expect(second).toBe(first)
})

it('reads as well when it can’t be counted', async () => {
  serve([...shown()], [countRead, 'offline'])
  draw(<Detail />)
  expect(await screen.findByText('抢修主管，请提前存水。')).toBeTruthy()
  await waitFor(() => expect(sentTo(countRead)).toHaveLength(1))
  expect(screen.queryByRole('alert')).toBeNull()
})

it('says first what was corrected, and keeps what stood before within reach', async () => {
  const now = Date.now()
  const before = { ...notice(), title: '3号楼停水', body: '下午停水。', endsAt: now + 2 * HOUR, phone: null }
  const words = {
    ...everybody,
    kind: before.kind,
    title: before.title,
    body: before.body,
    startsAt: before.startsAt,
    endsAt: before.endsAt,
    phone: null,
  }
  serve([...shown({ corrections: [{ at: now, note: '延长到晚上', before: words }] })], [...counted])
  draw(<Detail />)
  expect((await screen.findByText(/^更正（.+）：延长到晚上。下面是更正后的内容。$/)).textContent).toBeTruthy()
  expect(screen.getByText('有更正')).toBeTruthy()
  expect(screen.getByText('改了：内容、时间、电话')).toBeTruthy()
  expect(screen.queryByText('下午停水。')).toBeNull()
  await press(/^看原来的内容，/)
  expect(screen.getByText('以下已更正，不再算数')).toBeTruthy()
  expect(screen.getByText('下午停水。')).toBeTruthy()
})

it('a withdrawn one says why before anything else, an old one that it is over', async () => {
  const withdrawn = { status: 'withdrawn' as const, withdrawnAt: Date.now(), withdrawReason: '不停水了' }
  serve([...shown(withdrawn)], [...counted])
  const page = draw(<Detail />)
  expect(await screen.findByText(/撤回，不再算数。原因：不停水了。/)).toBeTruthy()
  page.unmount()
  serve([...shown({ listedUntil: Date.now() - 1 })], [...counted])
  draw(<Detail />, freshClient())
  expect(await screen.findByText('这是往期通知，事情已经过去，留着供查看。')).toBeTruthy()
})

it('leads on where there is nothing behind the address, and asks nothing where it names nothing', async () => {
  serve()
  const page = draw(<Detail />)
  await press('看别的通知')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/notices/pages/list/index' })
  page.unmount()
  host.params = { id: 'half-of-it' }
  host.sent = []
  draw(<Detail />)
  expect(screen.getByText('没有找到这条通知')).toBeTruthy()
  expect(host.sent.filter(({ url }) => url.includes('/notices'))).toHaveLength(0)
})

it('what was read before stays readable without a network', async () => {
  const client = freshClient()
  client.setQueryData(keyOf(getNotice, { id: NOTICE }), notice(), { updatedAt: Date.now() - HOUR })
  serve([getNotice, 'offline'])
  draw(<Detail />, client)
  expect(screen.getByText('抢修主管，请提前存水。')).toBeTruthy()
  expect(await screen.findByText(/没有连上网络，下面是 .+ 读到的内容/)).toBeTruthy()
})
