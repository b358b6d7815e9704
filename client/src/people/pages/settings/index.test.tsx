import { screen, waitFor } from '@testing-library/react'
import { setName } from '@tmt/shared/people/contract.ts'
import { listSessions, revokeSession, signOut } from '@tmt/shared/people/account-contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession, useSession } from '../../../platform/session.ts'
import { remember } from '../../../platform/storage.ts'
import Settings from './index.tsx'

const device = (id: string, name: string, current: boolean) => {
  const at = Date.UTC(2026, 10, 1)
  return { id, device: name, createdAt: at, usedAt: at, expiresAt: at, current }
}
const other = '01999999-0000-7000-8000-0000000000b2'
const devices = [
  device('01999999-0000-7000-8000-0000000000b1', '微信小程序', true),
  device(other, '电脑浏览器', false),
]

beforeEach(() => {
  endSession()
  startSession('t', me())
})

it('keeps what the community calls this person', async () => {
  startSession('t', me([], { name: null }))
  serve([listSessions, { data: { items: devices } }], [setName, { data: me([], { name: '演示丙' }) }])
  draw(<Settings />)
  await press(/^称呼，.*还没有填/)
  await write('称呼', '演示丙')
  await press('保存')
  expect(await screen.findByRole('button', { name: /^称呼，.*演示丙/ })).toBeTruthy()
  expect(sentTo(setName)[0]!.data).toEqual({ name: '演示丙' })
})

it('makes another device leave after being asked, never this one', async () => {
  let left = devices
  serve(
    [listSessions, () => ({ data: { items: left } })],
    [revokeSession, () => ((left = devices.slice(0, 1)), { data: { ok: true } })],
  )
  draw(<Settings />)
  await press(/^电脑浏览器/)
  expect(screen.getByText('让“电脑浏览器”退出登录吗？')).toBeTruthy()
  await press(/^让它退出$/)
  await waitFor(() => expect(screen.queryByText('电脑浏览器')).toBeNull())
  expect(sentTo(revokeSession)[0]!.url).toContain(other)
  expect(screen.queryByRole('button', { name: /^微信小程序/ })).toBeNull()
})

it.each([
  ['the server can’t be told', 'offline' as const],
  ['the login proves to have expired', { status: 401, data: problem('notSignedIn', 401, '请先登录') }],
])('leaves nothing of this person on the device even when %s', async (_, reply) => {
  remember('drafts', { [`${me().id}:form`]: { at: Date.now(), value: { title: '没写完' } } })
  remember('intentions', { [`${me().id}:thing`]: { of: 'o', key: 'meant-key', at: Date.now() } })
  serve([listSessions, { data: { items: devices } }], [signOut, reply])
  draw(<Settings />)
  await press('退出登录')
  expect(useSession.getState().token).toBe('t')
  const buttons = await screen.findAllByRole('button', { name: '退出登录' })
  buttons.at(-1)!.click()
  await waitFor(() => expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/tabs/mine/index' }))
  expect(useSession.getState().token).toBeNull()
  expect(host.store.get('drafts')).not.toContain('没写完')
  expect(host.store.get('intentions')).not.toContain('meant-key')
})
