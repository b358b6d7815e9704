import { lineOf } from '@tmt/shared/divisions/rules.ts'
import { getNotice, listNotices } from '@tmt/shared/notices/contract.ts'
import {
  correctNotice,
  managedNotices,
  publishNotice,
  withdrawNotice,
} from '@tmt/shared/notices/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CHENGDONG } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { PAGE } from './paging.ts'
import { factsFrom, postNotice } from './testing/notice.ts'

/** A community of another street without notices of its own, and the units above it. */
const HERE = '321202002001'
const [, TOWN, DISTRICT, CITY] = lineOf(HERE) as [string, string, string, string]
/** Under the same street. */
const NEXT_DOOR = '321202002002'

let house: TestHouse
beforeAll(async () => {
  house = await openHouse({ demo: false })
})
afterAll(() => house.close())
beforeEach(() => {
  // What an earlier test has put out is over.
  house.clock.now += 400 * DAY
  house.answers.dropAll()
})
const as = (token: string) => ({ token })
const fresh = async () => (await somebody(house, [{ role: 'committee', division: HERE }])).token
const list = async (division = HERE, more: object = {}) =>
  (await house.ask(listNotices, { division, ...more })).body
const titles = async (division = HERE, more: object = {}) =>
  (await list(division, more)).items.map(({ title }) => title)
const put = (title: string, changes: Parameters<typeof postNotice>[1] = {}) => {
  house.clock.now += MINUTE
  return postNotice(house, { division: HERE, title, ...changes })
}

test('a community reads what is for it and what is for every unit above; nobody else’s', async () => {
  await put('社区的')
  await put('街道的', { division: TOWN })
  await put('区里的', { division: DISTRICT })
  await put('市里的', { division: CITY })
  await put('隔壁社区的', { division: NEXT_DOOR })
  await put('别的街道的', { division: CHENGDONG })
  expect(await titles()).toEqual(['市里的', '区里的', '街道的', '社区的'])
  expect(await titles(NEXT_DOOR)).toEqual(['隔壁社区的', '市里的', '区里的', '街道的'])
  expect(await titles(TOWN)).toEqual(['市里的', '区里的', '街道的'])
  expect(await titles(CITY)).toEqual(['市里的'])
  const { items } = await list()
  expect(items[0]).toMatchObject({ division: CITY, status: 'published', correctedAt: null, demo: false })
  expect(items.at(-1)!.divisionName.length).toBeGreaterThan(3)
})

test('urgent ones come first, then pinned ones, then the latest; drafts not at all', async () => {
  await put('紧急', { urgent: true })
  await put('置顶', { pinned: true })
  await put('早的')
  await put('晚的')
  await put('紧急又置顶', { urgent: true, pinned: true })
  await put('草稿', { publish: false, urgent: true })
  expect(await titles()).toEqual(['紧急又置顶', '紧急', '置顶', '晚的', '早的'])
})

test('by kind', async () => {
  await put('停水', { kind: 'outage' })
  await put('交医保', { kind: 'payment' })
  expect(await titles(HERE, { kind: 'payment' })).toEqual(['交医保'])
  expect(await titles(HERE, { kind: 'checkup' })).toEqual([])
})

test('what has expired leaves the list by the clock alone, and is read among the past ones', async () => {
  const { now } = house.clock
  const id = await put('到点就走', { startsAt: undefined, endsAt: undefined, validUntil: now + HOUR })
  await put('还挂着', { validUntil: now + DAY })
  expect(await titles()).toEqual(['还挂着', '到点就走'])
  expect(await titles(HERE, { when: 'past', kind: 'outage' })).not.toContain('到点就走')
  house.clock.now = now + HOUR
  expect(await titles()).toEqual(['还挂着'])
  expect((await titles(HERE, { when: 'past' }))[0]).toBe('到点就走')
  expect((await house.ask(getNotice, { id })).body.title).toBe('到点就走')
})

test('a withdrawn one says so in the list for three days, behind the others', async () => {
  const id = await put('紧急停水', { urgent: true, validUntil: house.clock.now + 10 * DAY })
  await put('别的', { validUntil: house.clock.now + 10 * DAY })
  expect(await titles()).toEqual(['紧急停水', '别的'])
  await house.ask(withdrawNotice, { id, reason: '不停水了' }, as(await fresh()))
  expect((await list()).items.map(({ title, status }) => [title, status])).toEqual([
    ['别的', 'published'],
    ['紧急停水', 'withdrawn'],
  ])
  house.clock.now += 3 * DAY
  expect(await titles()).toEqual(['别的'])
  expect((await titles(HERE, { when: 'past' }))[0]).toBe('紧急停水')
})

test('a change in any unit above is seen in the kept lists of the communities below at once', async () => {
  const id = await postNotice(house, { division: TOWN, title: '街道草稿', publish: false })
  expect([await titles(), await titles(NEXT_DOOR)]).toEqual([[], []])
  const { token } = await somebody(house, [{ role: 'town', division: TOWN }])
  await house.ask(publishNotice, { id, version: 1 }, as(token))
  expect([await titles(), await titles(NEXT_DOOR)]).toEqual([['街道草稿'], ['街道草稿']])
  const corrected = { ...factsFrom(house.clock.now), title: '街道改过的', note: '改标题', version: 2 }
  await house.ask(correctNotice, { id, ...corrected }, as(token))
  expect([await titles(), await titles(NEXT_DOOR)]).toEqual([['街道改过的'], ['街道改过的']])
  expect((await house.ask(getNotice, { id })).body.title).toBe('街道改过的')
})

test.each(['current', 'past'] as const)('pages of what is %s follow without a gap', async (when) => {
  const ids: string[] = []
  for (let i = 0; i < 2 * PAGE + 5; i += 1) {
    // Several at the same instant, and of each rank.
    if (i % 3 === 0) house.clock.now += MINUTE
    ids.push(await postNotice(house, { division: HERE, pinned: i % 5 === 0, urgent: i % 7 === 0 }))
  }
  if (when === 'past') house.clock.now += 2 * DAY
  const seen: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await list(HERE, { when, ...(cursor && { cursor }) })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor && seen.length < ids.length)
  expect(new Set(seen).size).toBe(seen.length)
  // Among the past ones, those of earlier tests come after.
  expect(seen.slice(0, ids.length).toSorted()).toEqual(ids.toSorted())
})

test.each(['x', '1.2', '1.2.x', '9999.1.00000000-0000-7000-8000-000000000000'])(
  'a page that is none of ours is refused: %s',
  async (cursor) => {
    const { status, problem } = await house.ask(listNotices, { division: HERE, cursor })
    expect([status, problem.fields?.map(({ path }) => path)]).toEqual([422, ['cursor']])
  },
)

test('a unit that does not exist has no list', async () => {
  expect((await house.ask(listNotices, { division: '321202099099' })).status).toBe(404)
})

test('staff see what their unit wrote, drafts too, with how many have read it; pages follow', async () => {
  const place = '321202002003'
  const { token } = await somebody(house, [{ role: 'worker', division: place }])
  const ids: string[] = []
  for (let i = 0; i < PAGE + 3; i += 1) {
    if (i % 2 === 0) house.clock.now += MINUTE
    ids.push(await postNotice(house, { division: place, publish: i % 2 === 0 }))
  }
  await postNotice(house, { division: TOWN })
  const first = await house.ask(managedNotices, { division: place }, as(token))
  const second = await house.ask(managedNotices, { division: place, cursor: first.body.next! }, as(token))
  const items = [...first.body.items, ...second.body.items]
  expect(second.body.next).toBeNull()
  expect(items.map(({ id }) => id)).toEqual(ids.toSorted().toReversed())
  expect(items.every(({ reads }) => reads === 0)).toBe(true)
  expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['draft', 'published']))
})
