import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agesOutOfOrder, concernsHome, everybody, namesHome, sayAges, sayAudience } from './audience-rules.ts'

const at = (own: string, name = own) => ({ code: `321202001002-${own}`, name })
const garden = at('P000001', '东安花园')
const first = at('001', '第一网格')
const home = (area: string | null, grid: string | null) => ({
  area: area && `321202001002-${area}`,
  grid: grid && `321202001002-${grid}`,
})

test.each([
  ['nobody is left out where no place is named', [], home(null, null), true],
  ['in the 小区', [garden], home('P000001', null), true],
  ['in another 小区', [garden], home('P000002', '002'), false],
  ['in the grid', [first], home(null, '001'), true],
  ['in a micro-grid of the grid', [first], home('P000002', '001-002'), true],
  ['in another grid', [first], home(null, '002'), false],
  ['any one of them is enough', [garden, first], home('P000002', '001'), true],
  ['a home that belongs nowhere', [garden, first], home(null, null), false],
] as const)('%s', (_name, places, where, concerned) => {
  expect(concernsHome({ places }, where)).toBe(concerned)
})

test('a home in the next community is none of a grid’s that is numbered alike', () => {
  expect(concernsHome({ places: [first] }, { area: null, grid: '321202001204-001' })).toBe(false)
})

test('what names no place, or is read by somebody whose home is not known, says neither yes nor no', () => {
  expect(namesHome({ places: [] }, [home('P000001', null)])).toBeNull()
  expect(namesHome({ places: [garden] }, [])).toBeNull()
  const two = [home('P000002', null), home('P000001', null)]
  expect(namesHome({ places: [garden] }, two)).toBe(true)
  expect(namesHome({ places: [garden] }, two.slice(0, 1))).toBe(false)
})

test.each([
  [null, null, null],
  [60, null, '60 岁以上'],
  [null, 6, '6 岁以下'],
  [35, 64, '35 至 64 岁'],
  [65, 65, '65 岁'],
  [0, null, '0 岁以上'],
])('from %s to %s: %s', (ageFrom, ageTo, said) => {
  expect(sayAges({ ageFrom, ageTo })).toBe(said)
})

test('ages are out of order only when nobody is of them', () => {
  expect(agesOutOfOrder({ ageFrom: 80, ageTo: 60 })).toBe(true)
  expect(agesOutOfOrder({ ageFrom: 60, ageTo: 60 })).toBe(false)
  expect(agesOutOfOrder({ ageFrom: 60 })).toBe(false)
  expect(agesOutOfOrder({ ageTo: 6 })).toBe(false)
  expect(agesOutOfOrder({})).toBe(false)
})

test('an audience is said in words: whole, and short where there is no room', () => {
  const sixty = { ageFrom: 60, ageTo: null }
  expect(sayAudience(everybody)).toBeNull()
  expect(sayAudience({ places: [garden, first], ...sixty })).toBe('东安花园、第一网格，60 岁以上')
  expect(sayAudience({ ...everybody, ...sixty })).toBe('60 岁以上')
  const many = [garden, at('P000002', '银杏苑'), first, at('002', '第二网格')]
  expect(sayAudience({ ...everybody, places: many })).toBe('东安花园、银杏苑、第一网格、第二网格')
  expect(sayAudience({ ...everybody, places: many }, true)).toBe('东安花园等 4 处')
  expect(sayAudience({ ...everybody, places: [garden, first] }, true)).toBe('东安花园、第一网格')
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 20 }), (names) => {
      const places = names.map((name, i) => ({ code: String(i), name }))
      expect((sayAudience({ ...everybody, places }, true) ?? '').length).toBeLessThanOrEqual(36)
    }),
  )
})
