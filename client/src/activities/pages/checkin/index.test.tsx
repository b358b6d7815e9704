import { screen, waitFor } from '@testing-library/react'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { checkInByCode, type MyCheckin, myCheckin } from '@tmt/shared/activities/checkin-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { beforeEach, expect, it } from 'vitest'
import { activity, ID } from '../../../../test/activities.ts'
import { me } from '../../../../test/people.ts'
import { press, write } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { host } from '../../../../test/taro.ts'
import { endSession, startSession } from '../../../platform/session.ts'
import Checkin from './index.tsx'

const SIGNUP = '01999999-0000-7000-8000-0000000000e1'
const codes = (count = 20) => ({
  now: Date.now(),
  from: Date.now(),
  items: Array.from({ length: count }, (_, i) => ({
    token: `tmp1.${SIGNUP}.${i}.${'A'.repeat(22)}`,
    digits: String(12_345_670 + i),
  })),
})
function mine(more: Partial<MyCheckin> = {}, attended: MyCheckin['places'][number]['attended'] = null) {
  return {
    modes: ['code', 'scan', 'hand'],
    opensAt: Date.now() - MINUTE,
    endsAt: Date.now() + HOUR,
    places: [{ signupId: SIGNUP, name: '演示丙', attended, codes: codes() }],
    ...more,
  }
}
beforeEach(() => {
  endSession()
  host.params = { id: ID }
})

it('shows the own code, takes the six digits of the screen, and says that it is done', async () => {
  startSession('t', me(['resident']))
  let done = false
  serve(
    [getActivity, { data: activity() }],
    [myCheckin, () => ({ data: mine({}, done ? { how: 'code', at: Date.now() } : null) })],
    [checkInByCode, () => ((done = true), { data: { how: 'code', at: Date.now() } })],
  )
  draw(<Checkin />)
  expect(await screen.findByText('1234 5670')).toBeTruthy()
  expect(screen.getByRole('img', { name: '演示丙的签到码，数字是 1 2 3 4 5 6 7 0' })).toBeTruthy()
  await write(/^屏幕上的 6 个数字/, '12')
  await press(/^用数字签到/)
  expect(await screen.findByText(/这不是活动的签到码/)).toBeTruthy()
  expect(sentTo(checkInByCode)).toHaveLength(0)
  await write(/^屏幕上的 6 个数字/, '654321')
  await press(/^用数字签到/)
  expect(await screen.findByText(/^演示丙已签到：/)).toBeTruthy()
  expect(sentTo(checkInByCode)[0]!.data).toEqual({ signupId: SIGNUP, code: '654321' })
})

it('reads why a code was refused, with what to do', async () => {
  startSession('t', me(['resident']))
  const { title } = checkInByCode.refusals.expiredCode
  serve(
    [getActivity, { data: activity() }],
    [myCheckin, { data: mine() }],
    [checkInByCode, { status: 409, data: problem('expiredCode', 409, title) }],
  )
  draw(<Checkin />)
  await write(/^屏幕上的 6 个数字/, '654321')
  await press(/^用数字签到/)
  expect(await screen.findByText(title)).toBeTruthy()
})

it.each([
  ['before it', { opensAt: Date.now() + HOUR, endsAt: Date.now() + 2 * HOUR }, /起可以签/],
  ['after it', { endsAt: Date.now() - 1 }, /活动已经结束/],
  ['without a place', { places: [] }, /您没有报名这个活动/],
])('%s there is nothing to press', async (_, more, words) => {
  startSession('t', me(['resident']))
  serve([getActivity, { data: activity() }], [myCheckin, { data: mine(more) }])
  draw(<Checkin />)
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^用数字签到/ })).toBeNull()
})

it('says so when the codes have run out and no others came', async () => {
  startSession('t', me(['resident']))
  const none = mine({ places: [{ signupId: SIGNUP, name: '演示丙', attended: null, codes: codes(0) }] })
  serve([getActivity, { data: activity() }], [myCheckin, { data: none }])
  draw(<Checkin />)
  expect(await screen.findByText(/码用完了/)).toBeTruthy()
  await waitFor(() => expect(sentTo(myCheckin).length).toBeGreaterThan(1))
})

it('a guest signs in first', () => {
  serve()
  draw(<Checkin />)
  expect(screen.getByText('登录后签到')).toBeTruthy()
})
