import { act, renderHook } from '@testing-library/react'
import { getMe } from '@tmt/shared/people/contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { me } from '../../test/people.ts'
import { serve } from '../../test/render.tsx'
import { call } from './call.ts'
import { hearTime, now, useNow } from './clock.ts'

/** A whole second, as a `Date` header tells it. */
const TRUE = Date.UTC(2026, 10, 24, 9)
const said = (instant: number) => new Date(instant).toUTCString()
const deviceAt = (instant: number) => vi.useFakeTimers({ now: instant, toFake: ['Date'] })

beforeEach(() => {
  deviceAt(TRUE)
  hearTime(said(TRUE))
})

describe('a device whose clock is an hour off', () => {
  it.each([
    ['behind', -HOUR],
    ['ahead', HOUR],
  ])('%s: has the server’s time after any answer', async (_, off) => {
    deviceAt(TRUE + off)
    const clock = renderHook(() => useNow())
    expect(clock.result.current).toBe(TRUE + off)
    serve([getMe, { data: me(), header: { Date: said(TRUE) } }])
    await act(() => call(getMe, {}))
    expect(now()).toBe(TRUE)
    expect(clock.result.current).toBe(TRUE)
  })

  it('goes by its own again when somebody has set it right', () => {
    deviceAt(TRUE - HOUR)
    hearTime(said(TRUE))
    deviceAt(TRUE + 500)
    hearTime(said(TRUE))
    expect(now()).toBe(TRUE + 500)
  })
})

it('goes by the device’s clock as long as it is right to a minute, or nothing better is known', async () => {
  hearTime(said(TRUE + MINUTE))
  expect(now()).toBe(TRUE)
  hearTime('yesterday')
  hearTime(undefined)
  expect(now()).toBe(TRUE)
  serve([getMe, { status: 503, data: null, header: { date: said(TRUE + HOUR) } }])
  await call(getMe, {}).catch(() => undefined)
  expect(now()).toBe(TRUE + HOUR)
})
