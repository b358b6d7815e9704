import { screen, waitFor } from '@testing-library/react'
import { getToday } from '@tmt/shared/calendar/contract.ts'
import { DAY, startOfDay } from '@tmt/shared/time.ts'
import { expect, it } from 'vitest'
import { draw, sentTo, serve } from '../../../../test/render.tsx'
import Phones from './index.tsx'

const today = startOfDay(Date.now())
const answer = { day: today, working: false, next: today + 3 * DAY, provisional: false }

it('tells on a day off that counters may not answer, and from when they will', async () => {
  serve([getToday, { data: answer }])
  draw(<Phones />)
  expect(await screen.findByText(/^今天是休息日，.*月\d+日 周. 起上班。急事请拨 12345。$/)).toBeTruthy()
})

it('marks what was counted without the days off of a year', async () => {
  serve([getToday, { data: { ...answer, provisional: true } }])
  draw(<Phones />)
  expect(await screen.findByText(/起上班（暂定）/)).toBeTruthy()
})

it.each([
  ['on a working day', { ...answer, working: true }],
  ['of another day, which a kept answer is about', { ...answer, day: today - DAY }],
])('says nothing %s', async (_when, data) => {
  serve([getToday, { data }])
  draw(<Phones />)
  await waitFor(() => expect(sentTo(getToday)).toHaveLength(1))
  expect(screen.queryByText(/休息日/)).toBeNull()
})
