import { screen, waitFor } from '@testing-library/react'
import { listActivities, managedActivities } from '@tmt/shared/activities/contract.ts'
import { knownYears } from '@tmt/shared/calendar/contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { beforeEach, expect, it, vi } from 'vitest'
import { card, ID } from '../../test/activities.ts'
import { division, me } from '../../test/people.ts'
import { press } from '../../test/press.ts'
import { draw, sentTo, serve } from '../../test/render.tsx'
import Taro from '../../test/taro.ts'
import { endSession, startSession, workAt } from '../platform/session.ts'
import { Work } from './work.tsx'

const wide = vi.hoisted(() => ({ on: false }))
vi.mock('../platform/wide', () => ({ useWide: () => wide.on }))

const now = Date.now()
const draft = card({ id: '01999999-0000-7000-8000-000000000009', status: 'draft', title: '圆桌会' })
const tomorrow = card({ startsAt: now + DAY, endsAt: now + DAY + HOUR })
const nextWeek = card({ id: '01999999-0000-7000-8000-000000000008', title: '剪纸', startsAt: now + 7 * DAY })
const worker = me(['worker'])
const towns = me([], { roles: [{ role: 'town', division: division('321202001000'), until: null }] })

beforeEach(() => {
  endSession()
  wide.on = false
  serve(
    [managedActivities, { data: { items: [nextWeek, tomorrow, draft], next: null } }],
    [listActivities, { data: { items: [tomorrow, nextWeek], next: null } }],
  )
})

it('shows drafts, and what begins soon with how many signed up, each a press away', async () => {
  startSession('t', worker)
  draw(<Work grants={worker.roles} now={now} due />)
  expect(await screen.findByText(/^草稿，还没发布/)).toBeTruthy()
  expect(await screen.findByText(/开始 · 已报名 12 人$/)).toBeTruthy()
  expect(screen.queryByText('剪纸')).toBeNull()
  await press(/^太极拳入门课/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/activities/pages/managed/index?id=${ID}` })
})

it('opens it beside the list on a wide window', async () => {
  wide.on = true
  startSession('t', worker)
  draw(<Work grants={worker.roles} now={now} due />)
  await press(/^圆桌会/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/activities/pages/manage/index?community=321202001001&id=${draft.id}`,
  })
})

it('asks about the community that was worked for last, and about none for whom has none', async () => {
  const both = ['321202001001', '321202001002'].map((code) => ({
    role: 'worker' as const,
    division: division(code),
    until: null,
  }))
  startSession('t', me([], { roles: both }))
  workAt('321202001002')
  const page = draw(<Work grants={both} now={now} due />)
  await waitFor(() => expect(sentTo(managedActivities)[0]!.url).toContain('/communities/321202001002/'))
  page.unmount()
  draw(<Work grants={towns.roles} now={now} due />)
  expect(sentTo(managedActivities)).toHaveLength(1)
})

it('tells the city, and nobody else, that the days off of a year are not loaded', async () => {
  const city = me([], { roles: [{ role: 'city', division: division('321200000000'), until: null }] })
  startSession('t', city)
  serve([knownYears, { data: { items: [{ year: 2026, loadedAt: null }], missing: 2027 } }])
  const page = draw(<Work grants={city.roles} now={now} due />)
  expect(await screen.findByText('2027 年的放假安排还没有载入')).toBeTruthy()
  page.unmount()
  serve([knownYears, { data: { items: [{ year: 2027, loadedAt: now }], missing: null } }])
  const later = draw(<Work grants={city.roles} now={now} due />)
  await waitFor(() => expect(sentTo(knownYears)).toHaveLength(2))
  expect(screen.queryByText(/放假安排/)).toBeNull()
  later.unmount()
  draw(<Work grants={worker.roles} now={now} due />)
  expect(sentTo(knownYears)).toHaveLength(2)
})
