import { screen } from '@testing-library/react'
import { getNotice } from '@tmt/shared/notices/contract.ts'
import { wordsOf } from '@tmt/shared/notices/staff-rules.ts'
import { beforeEach, expect, it } from 'vitest'
import { NOTICE, notice } from '../../../../test/notices.ts'
import { draw, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import Print from './index.tsx'

beforeEach(() => {
  host.params = { id: NOTICE }
})

it('is one sheet with whose it is, what, when, whom to ring and the code', async () => {
  serve([getNotice, { data: notice() }])
  draw(<Print />)
  expect(await screen.findByText('演示居委会 通知 · 停水停电')).toBeTruthy()
  expect(screen.getByText(/^时间：/)).toBeTruthy()
  expect(screen.getByText('电话：0523-00000101')).toBeTruthy()
  expect(screen.getByRole('img', { name: /^二维码/ })).toBeTruthy()
  expect(screen.getByText('演示数据，不是真实信息', { selector: '[class*=signed] *' })).toBeTruthy()
})

it('says on paper that it replaces another one, or that it does not hold any more', async () => {
  const before = wordsOf(notice())
  serve([getNotice, { data: notice({ corrections: [{ at: Date.now(), note: '改到明天', before }] }) }])
  const page = draw(<Print />)
  expect(await screen.findByText('更正：改到明天。以这张为准')).toBeTruthy()
  page.unmount()
  serve([getNotice, { data: notice({ status: 'withdrawn', withdrawReason: '不停了' }) }])
  draw(<Print />)
  expect(await screen.findByText('已撤回，不再算数，请把旧的取下')).toBeTruthy()
})
