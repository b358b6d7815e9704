import { screen, waitFor } from '@testing-library/react'
import { knownYears } from '@tmt/shared/calendar/contract.ts'
import { DAY, HOUR } from '@tmt/shared/time.ts'
import { countDue, listDue } from '@tmt/shared/workbench/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { ID } from '../../../../test/activities.ts'
import { due, dueId } from '../../../../test/due.ts'
import { division, me } from '../../../../test/people.ts'
import { press } from '../../../../test/press.ts'
import { draw, problem, sentTo, serve } from '../../../../test/render.tsx'
import Taro, { host } from '../../../../test/taro.ts'
import { endSession, startSession, useSession } from '../../../platform/session.ts'
import Board from './index.tsx'

const late = due({ title: '没发布的课', until: Date.now() - HOUR })
const later = due({ id: dueId(2), title: '圆桌会', until: Date.now() + 3 * DAY + HOUR })
const counts = { overdue: 1, today: 0, open: 1 }
const none = { overdue: 0, today: 0, open: 0 }

beforeEach(() => endSession())

it('groups what waits, says how late each is, and opens it', async () => {
  startSession('t', me(['worker']))
  serve([listDue, { data: { counts, items: [late, later], next: null } }])
  draw(<Board />)
  expect(await screen.findByRole('heading', { name: '逾期 1' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: '待办 1' })).toBeTruthy()
  expect(screen.queryByRole('heading', { name: /^今天到期/ })).toBeNull()
  expect(screen.getByRole('button', { name: /^圆桌会，.*还有 3 天$/ })).toBeTruthy()
  await press(/^没发布的课，.*已逾期 1 小时$/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/activities/pages/managed/index?id=${ID}` })
})

it('reads further pages on demand, under the same heading', async () => {
  startSession('t', me(['worker']))
  serve([
    listDue,
    ({ url }) => ({
      data: {
        counts,
        items: url.includes('cursor=c1') ? [later] : [late],
        next: url.includes('cursor') ? null : 'c1',
      },
    }),
  ])
  draw(<Board />)
  await press('再看一些')
  expect(await screen.findByText('圆桌会')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull()
})

it('leads on where nothing waits', async () => {
  startSession('t', me(['worker']))
  serve([listDue, { data: { counts: none, items: [], next: null } }])
  draw(<Board />)
  expect(await screen.findByText('眼下没有等着办的事')).toBeTruthy()
  await press('看全部活动')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/activities/pages/manage/index?community=321202001001',
  })
})

it('lets who works for several places change, and remembers the last one', async () => {
  const roles = [
    { role: 'worker' as const, division: division(), until: null },
    { role: 'town' as const, division: division('321202001000', '城东街道'), until: null },
  ]
  startSession('t', me([], { roles }))
  serve(
    [listDue, { data: { counts, items: [late], next: null } }],
    [countDue, { data: { counts, items: [{ division: division(), counts }] } }],
  )
  draw(<Board />)
  await screen.findByText('没发布的课')
  screen.getByRole('radio', { name: '城东街道 · 镇（街道）工作人员' }).click()
  await press('演示居委会，逾期 1 · 待办 1')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/workbench/pages/board/index?place=321202001001',
  })
  expect(useSession.getState().place).toBe('321202001000')
})

it('shows a town, a district and the city what they have to do themselves, above what waits below', async () => {
  const draft = due({ kind: 'noticeDraft', title: '街道的草稿', until: Date.now() + HOUR })
  for (const [role, code] of [
    ['town', '321202001000'],
    ['district', '321202000000'],
    ['city', '321200000000'],
  ] as const) {
    const unit = division(code, '演示单位')
    startSession('t', me([], { roles: [{ role, division: unit, until: null }] }))
    const items = [
      { division: unit, counts },
      { division: division(), counts },
    ]
    serve(
      [listDue, { data: { counts: { ...none, today: 1 }, items: [draft], next: null } }],
      [countDue, { data: { counts, items } }],
    )
    const page = draw(<Board />)
    await press(/^街道的草稿/)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/notices/pages/managed/index?id=${ID}` })
    expect(await screen.findByText('演示居委会')).toBeTruthy()
    expect(screen.queryByText('演示单位')).toBeNull()
    expect(sentTo(listDue).at(-1)!.url).toContain(`/communities/${code}/due`)
    page.unmount()
    endSession()
  }
})

it('says nothing of its own where a unit has nothing to do itself', async () => {
  const town = { role: 'town' as const, division: division('321202001000', '城东街道'), until: null }
  startSession('t', me([], { roles: [town] }))
  serve(
    [listDue, { data: { counts: none, items: [], next: null } }],
    [countDue, { data: { counts, items: [{ division: division(), counts }] } }],
  )
  draw(<Board />)
  expect(await screen.findByText('演示居委会')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('本单位自己的待办')).toBeNull())
})

it('is not for residents, nor over a place that is not theirs, nor for whom the server refuses', async () => {
  startSession('t', me(['resident']))
  serve([listDue, { status: 404, data: problem('notFound', 404, '没有找到，可能已被移走') }])
  const page = draw(<Board />)
  expect(screen.getByText('这里给社区工作人员用')).toBeTruthy()
  expect(sentTo(listDue)).toHaveLength(0)
  page.unmount()
  startSession('t', me(['worker']))
  host.params = { place: '321202002001' }
  draw(<Board />)
  expect(await screen.findByText('没有找到，可能已被移走')).toBeTruthy()
  expect(sentTo(listDue)[0]!.url).toContain('/communities/321202001001/')
})

it('tells the city, and nobody else, that the days off of a year are not loaded', async () => {
  const city = me([], { roles: [{ role: 'city', division: division('321200000000'), until: null }] })
  const scope = [countDue, { data: { counts: none, items: [] } }] as const
  startSession('t', city)
  serve(scope, [knownYears, { data: { items: [{ year: 2026, loadedAt: null }], missing: 2027 } }])
  const page = draw(<Board />)
  expect(await screen.findByText('2027 年的放假安排还没有载入')).toBeTruthy()
  page.unmount()
  serve(scope, [knownYears, { data: { items: [{ year: 2027, loadedAt: Date.now() }], missing: null } }])
  const later = draw(<Board />)
  await waitFor(() => expect(sentTo(knownYears)).toHaveLength(2))
  expect(screen.queryByText(/放假安排/)).toBeNull()
  later.unmount()
  endSession()
  startSession('t', me(['worker']))
  serve([listDue, { data: { counts: none, items: [], next: null } }])
  draw(<Board />)
  expect(await screen.findByText('眼下没有等着办的事')).toBeTruthy()
  expect(sentTo(knownYears)).toHaveLength(2)
})
