import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atShanghai, DAY, HOUR } from '../time.ts'
import { everybody } from './audience-rules.ts'
import { type NoticeCard, NoticeFacts, OfficePhone } from './contract.ts'
import { cardLines, concernedFirst, isPressing, phaseOf, sayWhen } from './rules.ts'
import {
  changesBetween,
  factsOf,
  holdsPrivateNumber,
  listedUntilWithdrawn,
  obstacleToCorrect,
  obstacleToDraft,
  obstacleToPublish,
  obstacleToWithdraw,
} from './staff-rules.ts'

const now = atShanghai(2026, 11, 24, 9)
const facts: NoticeFacts = {
  kind: 'outage',
  title: '3号楼停水',
  body: '抢修主管，请提前存水。',
  startsAt: now + HOUR,
  endsAt: now + 5 * HOUR,
  validUntil: now + DAY,
  urgent: true,
  pinned: false,
  phone: '0523-00000101',
}
const standing = {
  ...facts,
  startsAt: now + HOUR,
  endsAt: now + 5 * HOUR,
  ...everybody,
  phone: '0523-00000101',
  status: 'published' as const,
  listedUntil: now + DAY,
}

describe('phase', () => {
  test('a published one is current until the instant at which it leaves the list', () => {
    expect(phaseOf(standing, now + DAY - 1)).toBe('current')
    expect(phaseOf(standing, now + DAY)).toBe('past')
  })
  test('drafts and withdrawn ones are what they are at any time', () => {
    fc.assert(
      fc.property(fc.constantFrom('draft' as const, 'withdrawn' as const), fc.nat(), (status, at) => {
        expect(phaseOf({ status, listedUntil: now }, at)).toBe(status)
      }),
    )
  })
  test('a withdrawn one stays in the list for three days, never longer than it would have', () => {
    expect(listedUntilWithdrawn({ listedUntil: now + 10 * DAY }, now)).toBe(now + 3 * DAY)
    expect(listedUntilWithdrawn({ listedUntil: now + HOUR }, now)).toBe(now + HOUR)
    expect(listedUntilWithdrawn({ listedUntil: now - HOUR }, now)).toBe(now - HOUR)
  })
  test('it presses until the matter is over, and only what is urgent and public does', () => {
    expect(isPressing(standing, now)).toBe(true)
    expect(isPressing(standing, standing.endsAt)).toBe(false)
    expect(isPressing({ ...standing, endsAt: null }, now + DAY - 1)).toBe(true)
    expect(isPressing({ ...standing, endsAt: null }, now + DAY)).toBe(false)
    expect(isPressing({ ...standing, urgent: false }, now)).toBe(false)
    expect(isPressing({ ...standing, status: 'withdrawn' }, now)).toBe(false)
  })
})

test.each<[string | null, Partial<NoticeFacts>]>([
  [null, {}],
  [null, { startsAt: undefined }],
  [null, { endsAt: undefined }],
  [null, { startsAt: undefined, endsAt: undefined }],
  ['endsBeforeStart', { endsAt: now + HOUR }],
  ['expiresEarly', { validUntil: now + 5 * HOUR - 1 }],
  ['expiresEarly', { endsAt: undefined, startsAt: now + 2 * DAY }],
  [null, { validUntil: now + 5 * HOUR }],
])('a draft: %s for %j', (obstacle, change) => {
  expect(obstacleToDraft({ ...facts, ...change })).toBe(obstacle)
})

const open = { startsAt: undefined, endsAt: undefined, urgent: false }
test.each<[string | null, Partial<NoticeFacts>]>([
  [null, {}],
  ['endsBeforeStart', { endsAt: now }],
  ['alreadyOver', { ...open, validUntil: now }],
  ['tooLong', { ...open, validUntil: now + 3 * 366 * DAY + 1 }],
  [null, { ...open, validUntil: now + 3 * 366 * DAY }],
  ['urgentTooLong', { validUntil: now + 14 * DAY + 1 }],
  [null, { validUntil: now + 14 * DAY }],
  ['privateNumber', { body: '有事找网格员，电话19900000003。' }],
  ['privateNumber', { title: '请32120019000101001X来' }],
])('made public: %s for %j', (obstacle, change) => {
  expect(obstacleToPublish({ ...facts, ...change }, now)).toBe(obstacle)
})

test.each([
  ['请拨 199 0000 0003', true],
  ['199-0000-0003', true],
  ['证号321200190001010013', true],
  ['电话0523-86600000', false],
  ['编号2026199000000031', false],
  ['95598、12345', false],
])('%s holds somebody’s number: %s', (words, holds) => {
  expect(holdsPrivateNumber(words)).toBe(holds)
})

test.each([
  ['0523-86600000', true],
  ['010-12345678', true],
  ['400-123-4567', true],
  ['12345', true],
  ['95598', true],
  ['110', true],
  ['19900000003', false],
  ['52386600000', false],
  ['电话', false],
])('%s is an office’s number: %s', (phone, is) => {
  expect(OfficePhone.safeParse(phone).success).toBe(is)
})

test('a correction changes something of what stands, in time, and what it makes could be published', () => {
  const correct = (
    n: Partial<typeof standing> | { status: 'draft' | 'withdrawn' },
    f: Partial<NoticeFacts>,
  ) => obstacleToCorrect({ ...standing, ...n }, { ...facts, ...f }, '改时间', now)
  expect(correct({}, {})).toBe('nothingChanged')
  expect(correct({}, { body: '改到明天。' })).toBeNull()
  expect(correct({}, { phone: undefined })).toBeNull()
  expect(obstacleToCorrect(standing, { ...facts, body: '改' }, '问 19900000003', now)).toBe('privateNumber')
  expect(correct({}, { endsAt: now })).toBe('endsBeforeStart')
  expect(correct({ status: 'draft' }, { body: '改' })).toBe('notPublished')
  expect(correct({ status: 'withdrawn' }, { body: '改' })).toBe('withdrawn')
  expect(correct({ listedUntil: now }, { body: '改到明天。' })).toBe('expired')
})

test('only what is public is withdrawn', () => {
  expect(obstacleToWithdraw({ status: 'published' })).toBeNull()
  expect(obstacleToWithdraw({ status: 'draft' })).toBe('notPublished')
  expect(obstacleToWithdraw({ status: 'withdrawn' })).toBe('withdrawn')
  expect(obstacleToWithdraw({ status: 'published' }, '请问 19900000003')).toBe('privateNumber')
})

test('what a form sends of a notice that stands is a form’s facts', () => {
  expect(NoticeFacts.safeParse(factsOf(standing)).success).toBe(true)
  expect(factsOf({ ...standing, startsAt: null, phone: null })).toMatchObject({
    startsAt: undefined,
    phone: undefined,
  })
})

test('what is different is named once, and nothing where nothing is', () => {
  const words = { ...standing }
  expect(changesBetween(words, words)).toEqual([])
  expect(changesBetween(words, { ...words, startsAt: now, endsAt: now + DAY, body: '改' })).toEqual([
    '内容',
    '时间',
  ])
  expect(changesBetween(words, { ...words, phone: null })).toEqual(['电话'])
})

test.each([
  [now + HOUR, now + 5 * HOUR, '11月24日 周二 10:00 至 14:00'],
  [now + HOUR, null, '11月24日 周二 10:00 起'],
  [null, now + 5 * HOUR, '11月24日 周二 14:00 前'],
  [null, null, null],
])('from %s until %s is said %s', (startsAt, endsAt, said) => {
  expect(sayWhen({ startsAt, endsAt }, now)).toBe(said)
})

test('a group card has two lines: what, and when with where', () => {
  const card = { ...standing, divisionName: '东安居委会', correctedAt: null }
  expect(cardLines(card, now)).toEqual(['3号楼停水', '11月24日 周二 10:00 至 14:00 · 东安居委会'])
  expect(cardLines({ ...card, endsAt: now + 3 * DAY }, now)[1]).toBe('11月24日 周二 10:00 起 · 东安居委会')
  expect(cardLines({ ...card, correctedAt: now }, now)[0]).toBe('更正：3号楼停水')
  expect(cardLines({ ...card, status: 'withdrawn', correctedAt: now }, now)[0]).toBe('已撤回：3号楼停水')
  expect(cardLines({ ...card, startsAt: null, endsAt: null }, now)[1]).toBe('停水停电 · 东安居委会')
})

describe('a narrowed audience', () => {
  const garden = { code: '321202001002-P000001', name: '东安花园' }
  const grid = { code: '321202001002-001', name: '第一网格' }
  test('is refused when nobody is of that age, as a draft already', () => {
    expect(obstacleToDraft({ ...facts, ageFrom: 80, ageTo: 60 })).toBe('agesOutOfOrder')
    expect(obstacleToPublish({ ...facts, ageFrom: 80, ageTo: 60 }, now)).toBe('agesOutOfOrder')
    expect(obstacleToDraft({ ...facts, ageFrom: 60, ageTo: 80 })).toBeNull()
  })
  test('is a difference for a correction and for who reads it, the order of the places is none', () => {
    const narrow = { ...standing, places: [garden, grid], ageFrom: 60 }
    const same = { ...factsOf(narrow), places: [grid.code, garden.code] }
    expect(factsOf(narrow)).toMatchObject({ places: [garden.code, grid.code], ageFrom: 60, ageTo: undefined })
    expect(obstacleToCorrect(narrow, same, '改了', now)).toBe('nothingChanged')
    expect(obstacleToCorrect(narrow, { ...same, places: [grid.code] }, '改了', now)).toBeNull()
    expect(obstacleToCorrect(narrow, { ...same, ageTo: 80 }, '改了', now)).toBeNull()
    expect(obstacleToCorrect(standing, factsOf(standing), '改了', now)).toBe('nothingChanged')
    expect(changesBetween(standing, narrow)).toEqual(['面向谁'])
  })
  test('stands on the group card', () => {
    const card = {
      ...standing,
      places: [garden, grid],
      ageFrom: 60,
      divisionName: '东安居委会',
      correctedAt: null,
    }
    expect(cardLines({ ...card, startsAt: null, endsAt: null }, now)[1]).toBe(
      '停水停电 · 东安花园、第一网格，60 岁以上 · 东安居委会',
    )
  })
  test('those that name my home come before the others, but not before what is urgent for all', () => {
    const card = (id: string, more: object = {}) =>
      ({ ...standing, urgent: false, id, ...more }) as NoticeCard & typeof standing
    const cards = [
      card('紧急', { urgent: true }),
      card('都有'),
      card('别处', { places: [grid] }),
      card('我家', { places: [garden] }),
    ]
    const ids = (home: { area: string | null; grid: string | null }[]) =>
      concernedFirst(cards, home, now).map(({ id }) => id)
    expect(ids([{ area: garden.code, grid: null }])).toEqual(['紧急', '我家', '都有', '别处'])
    expect(ids([])).toEqual(['紧急', '都有', '别处', '我家'])
  })
})
