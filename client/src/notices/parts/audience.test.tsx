import { screen, waitFor } from '@testing-library/react'
import { getNotice, listNotices } from '@tmt/shared/notices/contract.ts'
import { beforeEach, expect, it } from 'vitest'
import { NOTICE, noticeCard, notice } from '../../../test/notices.ts'
import { division, me } from '../../../test/people.ts'
import { draw, sentTo, serve } from '../../../test/render.tsx'
import { host } from '../../../test/taro.ts'
import { keepCommunity } from '../../platform/community.ts'
import { homesFrom } from '../../platform/homes.ts'
import { endSession, startSession } from '../../platform/session.ts'
import Detail from '../pages/detail/index.tsx'
import List from '../pages/list/index.tsx'
import Print from '../pages/print/index.tsx'
import { UrgentBand } from './urgent-band.tsx'

const HERE = '321202001001'
const garden = { code: `${HERE}-P000001`, name: '演示花园' }
const grid = { code: `${HERE}-002`, name: '第二网格' }
const mine = { communityId: HERE, area: garden.code, grid: `${HERE}-001-001` }
const id = (n: number) => `01999999-0000-7000-8000-0000000000b${n}`
const cards = [
  noticeCard({ id: id(1), title: '都有的' }),
  noticeCard({ id: id(2), title: '别处的', places: [grid] }),
  noticeCard({ id: id(3), title: '我家的', places: [garden], ageFrom: 60 }),
]
const list = (...items: object[]) => [listNotices, { data: { items, next: null } }] as const
const titles = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)

beforeEach(() => {
  endSession()
  keepCommunity(division())
  homesFrom(() => Promise.resolve([mine]))
})

it('says whom each is for, and puts what is for where I live first, marked', async () => {
  startSession('t', me(['resident']))
  serve(list(...cards))
  draw(<List />)
  expect(await screen.findByText('与您有关')).toBeTruthy()
  expect(screen.getByText('面向 演示花园，60 岁以上')).toBeTruthy()
  expect(screen.getByText('面向 第二网格')).toBeTruthy()
  expect(titles()).toEqual(['我家的', '都有的', '别处的'])
  expect(sentTo(listNotices)[0]!.url).not.toMatch(/P000001|-001/)
})

it('marks nothing for a guest, nor for who lives elsewhere', async () => {
  serve(list(...cards))
  const guest = draw(<List />)
  expect(await screen.findByText('面向 第二网格')).toBeTruthy()
  expect(titles()).toEqual(['都有的', '别处的', '我家的'])
  guest.unmount()
  homesFrom(() => Promise.resolve([{ ...mine, communityId: '321202001204' }]))
  startSession('t', me(['resident']))
  draw(<List />)
  expect(await screen.findByText('面向 第二网格')).toBeTruthy()
  expect(screen.queryByText('与您有关')).toBeNull()
})

it('asks nobody where they live when no notice names a place', async () => {
  let asked = 0
  homesFrom(() => {
    asked += 1
    return Promise.resolve([])
  })
  startSession('t', me(['resident']))
  serve(list(cards[0]!))
  draw(<List />)
  await screen.findByText('都有的')
  expect(asked).toBe(0)
})

it('presses on everybody whose home is not known, and on nobody who is known to live elsewhere', async () => {
  const urgent = noticeCard({ urgent: true, title: '停水', places: [grid] })
  serve(list(urgent))
  const guest = draw(<UrgentBand division={HERE} now={Date.now()} />)
  expect(await screen.findByText('紧急：停水')).toBeTruthy()
  expect(screen.getByText(/第二网格 · 演示居委会$/)).toBeTruthy()
  guest.unmount()
  startSession('t', me(['resident']))
  draw(<UrgentBand division={HERE} now={Date.now()} />)
  await waitFor(() => expect(screen.queryByText('紧急：停水')).toBeNull())
})

it('says it on the page and on the sheet in full, and that it is for where I live', async () => {
  const many = [
    garden,
    grid,
    { code: `${HERE}-003`, name: '第三网格' },
    { code: `${HERE}-004`, name: '第四网格' },
  ]
  host.params = { id: NOTICE }
  startSession('t', me(['resident']))
  serve([getNotice, { data: notice({ places: many, ageFrom: 35, ageTo: 64 }) }])
  const page = draw(<Detail />)
  expect(await screen.findByText('面向 演示花园、第二网格、第三网格、第四网格，35 至 64 岁')).toBeTruthy()
  expect(await screen.findByText('与您有关')).toBeTruthy()
  page.unmount()
  draw(<Print />)
  expect(await screen.findByText('面向：演示花园、第二网格、第三网格、第四网格，35 至 64 岁')).toBeTruthy()
})
