import { screen, waitFor } from '@testing-library/react'
import { getPreferences, setQuiet, setWants, type Preferences } from '@tmt/shared/messages/inbox-contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { me } from '../../../../test/people.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import { endSession, startSession } from '../../../platform/session.ts'
import MessagePreferences from './index.tsx'

const usual: Preferences = {
  quiet: { on: true, from: 21 * 60, to: 8 * 60 },
  kinds: [{ kind: 'activities', subscribe: true, sms: true }],
}
const isOn = (control: HTMLElement) =>
  control instanceof HTMLInputElement ? control.checked : control.getAttribute('aria-checked') === 'true'

beforeEach(() => {
  endSession()
  startSession('t', me(['resident']))
})

it('switches one way off, the other stays, and the page shows what the server has kept', async () => {
  serve(
    [getPreferences, { data: usual }],
    [setWants, { data: { ...usual, kinds: [{ kind: 'activities', subscribe: true, sms: false }] } }],
  )
  draw(<MessagePreferences />)
  const sms = await screen.findByRole('switch', { name: /^短信/ })
  expect(isOn(sms)).toBe(true)
  sms.click()
  await waitFor(() => expect(isOn(screen.getByRole('switch', { name: /^短信/ }))).toBe(false))
  expect(isOn(screen.getByRole('switch', { name: /^微信通知/ }))).toBe(true)
  const [sent] = sentTo(setWants)
  expect([sent!.url, sent!.data]).toEqual([
    expect.stringContaining('/me/message-preferences/activities'),
    { subscribe: true, sms: false },
  ])
})

it('offers hours that people keep, and none', async () => {
  serve(
    [getPreferences, { data: usual }],
    [setQuiet, { data: { ...usual, quiet: { ...usual.quiet, on: false } } }],
  )
  draw(<MessagePreferences />)
  expect(isOn(await screen.findByRole('radio', { name: /^21:00/ }))).toBe(true)
  screen.getByRole('radio', { name: /^不用免打扰/ }).click()
  await waitFor(() => expect(isOn(screen.getByRole('radio', { name: /^不用免打扰/ }))).toBe(true))
  expect(sentTo(setQuiet)[0]!.data).toEqual({ on: false, from: 21 * 60, to: 8 * 60 })
})

it('sends the hours that were chosen', async () => {
  const quiet = { on: true, from: 22 * 60, to: 7 * 60 }
  serve([getPreferences, { data: usual }], [setQuiet, { data: { ...usual, quiet } }])
  draw(<MessagePreferences />)
  ;(await screen.findByRole('radio', { name: /^22:00/ })).click()
  await waitFor(() => expect(sentTo(setQuiet)[0]?.data).toEqual(quiet))
})

it('shows hours that were chosen elsewhere', async () => {
  serve([getPreferences, { data: { ...usual, quiet: { on: true, from: 750, to: 840 } } }])
  draw(<MessagePreferences />)
  expect(isOn(await screen.findByRole('radio', { name: /^12:30 到 14:00/ }))).toBe(true)
})

it('says that nothing was changed when it was not', async () => {
  serve(
    [getPreferences, { data: usual }],
    [setWants, { status: 503, data: problem('unavailable', 503, '系统正忙，请稍后再试') }],
  )
  draw(<MessagePreferences />)
  ;(await screen.findByRole('switch', { name: /^短信/ })).click()
  expect(await screen.findByText('没有改成，原来的还在。')).toBeTruthy()
  expect(isOn(screen.getByRole('switch', { name: /^短信/ }))).toBe(true)
})

it('asks a guest to sign in', async () => {
  endSession()
  draw(<MessagePreferences />)
  expect(screen.getByText('登录后选怎样提醒您')).toBeTruthy()
  expect(sentTo(getPreferences)).toHaveLength(0)
})

it('shows what staff are told of their day to staff alone', async () => {
  const kinds: Preferences['kinds'] = [...usual.kinds, { kind: 'work', subscribe: true, sms: false }]
  serve([getPreferences, { data: { ...usual, kinds } }])
  const page = draw(<MessagePreferences />)
  expect(await screen.findByText('活动')).toBeTruthy()
  expect(screen.queryByText('今天要办的事')).toBeNull()
  page.unmount()
  startSession('t', me(['worker']))
  draw(<MessagePreferences />)
  expect(await screen.findByText('今天要办的事')).toBeTruthy()
})
