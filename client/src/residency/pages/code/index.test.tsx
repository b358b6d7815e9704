import { screen, waitFor } from '@testing-library/react'
import { decideClaim, getClaim, getDoorCode, openDoorCode } from '@tmt/shared/residency/staff-contract.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, serve } from '../../../../test/render.tsx'
import { claim, HOME } from '../../../../test/residency.ts'
import Taro from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import { qrPath } from '../../../ui/Qr/path.ts'
import WorkerCode from './index.tsx'

const id = '01999999-0000-7000-8000-0000000000d1'
const token = `tmt1.${id}.${'A'.repeat(43)}`
const code = (expiresAt = Date.now() + 2 * MINUTE) => ({ id, token, digits: '12345678', expiresAt })

beforeEach(() => {
  endSession()
  startSession('t', me(['grid']))
})

it('shows the code, then the home that was shown to it, and verifies it on the same page', async () => {
  let shown: string | null = null
  serve(
    [openDoorCode, { data: code() }],
    [getDoorCode, () => ({ data: { id, expiresAt: code().expiresAt, residencyId: shown } })],
    [getClaim, { data: claim({ atDoor: true }) }],
    [decideClaim, { data: claim({ status: 'verified' }) }],
  )
  draw(<WorkerCode />)
  await press('亮出核验码')
  expect(await screen.findByText('1234 5678')).toBeTruthy()
  expect(screen.getByRole('img', { name: '核验码，数字是 1 2 3 4 5 6 7 8' })).toBeTruthy()
  expect(screen.getByText(/^还有 \d+ 秒/)).toBeTruthy()
  shown = HOME
  expect(await screen.findByText('本人在面前', {}, { timeout: 8_000 })).toBeTruthy()
  screen.getByRole('radio', { name: /^属实/ }).click()
  await press(/^属实，核验：/)
  expect(await screen.findByText(/^已核验：/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '换一个新码' })).toBeTruthy()
}, 20_000)

it('a code whose two minutes are over is shown no more', async () => {
  serve(
    [openDoorCode, { data: code(Date.now() - 1) }],
    [getDoorCode, { data: { id, expiresAt: Date.now() - 1, residencyId: null } }],
  )
  draw(<WorkerCode />)
  await press('亮出核验码')
  expect(await screen.findByText('刚才的码过了两分钟，已经作废。')).toBeTruthy()
  expect(screen.queryByRole('img', { name: /^核验码/ })).toBeNull()
})

it('who has declared no relatives is led there first', async () => {
  serve([openDoorCode, { status: 403, data: problem('declareFirst', 403, '请先申报近亲属') }])
  draw(<WorkerCode />)
  await press('亮出核验码')
  await press('去申报近亲属')
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/people/pages/relatives/index' }))
})

it('is not for the committee', () => {
  startSession('t', me(['committee']))
  draw(<WorkerCode />)
  expect(screen.getByText('这里给社区工作者和网格员用')).toBeTruthy()
})

it('a token is drawn as one path with a quiet margin, and another one differently', () => {
  const { side, path } = qrPath(token)
  expect(side).toBeGreaterThan(40)
  expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
  // The finder's corner stands behind four free squares.
  expect(path.startsWith('M4 4h1v1h-1z')).toBe(true)
  expect(qrPath(token.replace('tmt1', 'tmt2')).path).not.toBe(path)
})
