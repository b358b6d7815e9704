import { screen, waitFor } from '@testing-library/react'
import { managedNotice, publishNotice, withdrawNotice } from '@tmt/shared/notices/staff-contract.ts'
import { DAY, HOUR, startOfDay } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { managed, NOTICE } from '../../../../test/notices.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Managed from './index.tsx'

beforeEach(() => {
  endSession()
  host.params = { id: NOTICE }
})
const draft = { status: 'draft' as const, publishedAt: null }

it('a committee member lets a draft out and is told what comes next', async () => {
  startSession('t', me(['committee']))
  let out = false
  serve(
    [managedNotice, () => ({ data: managed(out ? { version: 2 } : draft) })],
    [publishNotice, () => ((out = true), { data: managed({ version: 2 }) })],
  )
  draw(<Managed />)
  await press(/^发布：/)
  expect(await screen.findByText(/^已发布，演示居委会的居民现在就能看到/)).toBeTruthy()
  expect(sentTo(publishNotice)[0]!.data).toEqual({ version: 1 })
  expect(await screen.findByText(/^读过 7 人（只有总数，不知道是谁）/)).toBeTruthy()
})

it('a worker may not publish, and reads who does', async () => {
  startSession('t', me(['worker']))
  serve([managedNotice, { data: managed(draft) }])
  draw(<Managed />)
  expect(await screen.findByText(/^发布由村（居）委会成员来做/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^发布/ })).toBeNull()
  await press(/^改草稿：/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/notices/pages/edit/index?id=${NOTICE}` })
})

it('a draft that can’t be published any more says why at the button', async () => {
  startSession('t', me(['committee']))
  const past = { startsAt: null, endsAt: null, validUntil: Date.now() - 1, listedUntil: Date.now() - 1 }
  serve([managedNotice, { data: managed({ ...draft, ...past }) }])
  draw(<Managed />)
  expect(await screen.findByText('“挂到”的时间已经过了，请改晚些；请先改草稿')).toBeTruthy()
  await press(/^发布：/)
  expect(sentTo(publishNotice)).toHaveLength(0)
})

it('withdrawing asks for a reason without anybody’s number in it', async () => {
  startSession('t', me(['committee']))
  serve(
    [managedNotice, { data: managed() }],
    [withdrawNotice, { data: managed({ status: 'withdrawn', withdrawReason: '不停了' }) }],
  )
  draw(<Managed />)
  await press(/^撤回：/)
  await press('撤回')
  expect(screen.getByText('请写明原因，居民会看到')).toBeTruthy()
  await write(/^撤回的原因/, '问 19900000003')
  await press('撤回')
  expect(screen.getByText(withdrawNotice.refusals.privateNumber.title)).toBeTruthy()
  expect(sentTo(withdrawNotice)).toHaveLength(0)
  await write(/^撤回的原因/, '不停了')
  await press('撤回')
  expect(await screen.findByText(/^已撤回。居民会看到/)).toBeTruthy()
})

it('a refusal is read at the button, and the page is renewed', async () => {
  startSession('t', me(['committee']))
  let status: 'draft' | 'published' = 'draft'
  serve(
    [managedNotice, () => ({ data: managed({ status }) })],
    [
      publishNotice,
      () => ((status = 'published'), { status: 409, data: problem('notADraft', 409, '这条通知已经发布过') }),
    ],
  )
  draw(<Managed />)
  await press(/^发布：/)
  await waitFor(() => expect(screen.queryByRole('button', { name: /^发布：/ })).toBeNull())
  expect(screen.getByRole('button', { name: /^更正：/ })).toBeTruthy()
})

it('shows the group card, the sheet and the words for the loudspeaker, which can be taken along', async () => {
  startSession('t', me(['committee']))
  // Of what goes over midnight the card says the beginning alone.
  const morning = startOfDay(Date.now()) + DAY + 9 * HOUR
  serve([managedNotice, { data: managed({ startsAt: morning, endsAt: morning + 3 * HOUR }) }])
  draw(<Managed />)
  expect(await screen.findByText(/09:00 至 12:00 · 演示居委会$/)).toBeTruthy()
  screen.getByRole('radio', { name: '打印' }).click()
  expect(await screen.findByText('扫一扫，看最新内容')).toBeTruthy()
  expect(screen.getByText('演示居委会 通知 · 停水停电')).toBeTruthy()
  screen.getByRole('radio', { name: '广播' }).click()
  expect((await screen.findByText(/^各位居民请注意。/)).textContent).toContain('三号楼停水')
  expect(screen.getByText(/^念两遍，大约 \d+ 秒。$/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '复制广播稿' })).toBeTruthy()
})

it('the page of the staff is for nobody else', () => {
  serve()
  draw(<Managed />)
  expect(screen.getByText('请先登录')).toBeTruthy()
})
