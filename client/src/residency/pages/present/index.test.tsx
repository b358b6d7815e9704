import { screen, waitFor } from '@testing-library/react'
import { myResidencies, presentResidency } from '@tmt/shared/residency/contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { HOME, home } from '../../../../test/residency.ts'
import { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import PresentHome from './index.tsx'

beforeEach(() => {
  endSession()
  startSession('t', me())
  host.params = { id: HOME }
})

it('eight digits are shown to the worker; the page waits, and says when it is done', async () => {
  let one = home({ status: 'draft', dueAt: null })
  serve(
    [myResidencies, () => ({ data: { items: [one] } })],
    [presentResidency, () => ((one = home({ atDoor: true })), { data: one })],
  )
  draw(<PresentHome />)
  await write(/^8 位核验码/, '1234')
  await press('给工作人员看')
  expect(await screen.findByText('是 8 个数字，在工作人员的“我的核验码”上')).toBeTruthy()
  expect(sentTo(presentResidency)).toHaveLength(0)
  await write(/^8 位核验码/, '12345678')
  await press('给工作人员看')
  expect(await screen.findByText('工作人员正在看，请稍等一会儿。')).toBeTruthy()
  expect(sentTo(presentResidency)[0]!.data).toEqual({ code: '12345678' })
  one = home({ status: 'verified', confirmBy: Date.now() + 365 * DAY })
  await waitFor(() => expect(screen.getByText(/^核验好了。/)).toBeTruthy(), { timeout: 8_000 })
}, 15_000)

it('an old code is told, and the next can be tried', async () => {
  serve(
    [myResidencies, { data: { items: [home()] } }],
    [
      presentResidency,
      { status: 409, data: problem('codeExpired', 409, '这个核验码过了两分钟，请对方换一个新的') },
    ],
  )
  draw(<PresentHome />)
  await write(/^8 位核验码/, '87654321')
  await press('给工作人员看')
  expect(await screen.findByText('这个核验码过了两分钟，请对方换一个新的')).toBeTruthy()
})
