import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beyondOf, CITY, isVirtual, isWithin, kindOf, levelOf, parentOf } from './rules.ts'

const digits = (n: number, width: number) => String(n).padStart(width, '0')
const county = fc.constantFrom('321202', '321203', '321204', '321281', '321282', '321283')
const town = fc.integer({ min: 1, max: 599 }).map((n) => digits(n, 3))
const unit = fc.integer({ min: 1, max: 999 }).map((n) => digits(n, 3))
const community = fc.tuple(county, town, unit).map((parts) => parts.join(''))
const anyCode = fc.oneof(
  fc.constant(CITY),
  county.map((c) => c.padEnd(12, '0')),
  fc.tuple(county, town).map(([c, t]) => `${c}${t}000`),
  community,
)

test.each([
  ['321200000000', 'city', 'city'],
  ['321202000000', 'district', 'district'],
  ['321202001000', 'town', 'street'],
  ['321202099000', 'town', 'street'],
  ['321202100000', 'town', 'town'],
  ['321202199000', 'town', 'town'],
  ['321281204000', 'town', 'township'],
  ['321202399000', 'town', 'township'],
  ['321203402000', 'town', 'zone'],
  ['321202001002', 'community', 'urban'],
  ['321202001199', 'community', 'urban'],
  ['321202001200', 'community', 'village'],
  ['321202001204', 'community', 'village'],
  ['321202001399', 'community', 'village'],
  ['321202406498', 'community', 'statistical'],
  ['321283100500', 'community', 'statistical'],
])('%s is a %s of kind %s', (code, level, kind) => {
  expect(levelOf(code)).toBe(level)
  expect(kindOf(code)).toBe(kind)
})

test('a street has villages too: the kind comes from the village digits alone', () => {
  fc.assert(
    fc.property(county, town, town, unit, (c, one, other, n) => {
      expect(kindOf(`${c}${one}${n}`)).toBe(kindOf(`${c}${other}${n}`))
    }),
  )
})

test('going up from any unit ends at the city, one level at a time', () => {
  const above = { community: 'town', town: 'district', district: 'city', city: null } as const
  fc.assert(
    fc.property(anyCode, (code) => {
      let steps = 0
      for (let at: string | null = code; at !== null; at = parentOf(at)) {
        const parent: string | null = parentOf(at)
        expect(parent === null ? null : levelOf(parent)).toBe(above[levelOf(at)])
        expect(isWithin(code, at)).toBe(true)
        steps += 1
        expect(parent === null).toBe(at === CITY)
      }
      expect(steps).toBe(['city', 'district', 'town', 'community'].indexOf(levelOf(code)) + 1)
    }),
  )
})

test('a unit lies inside a scope exactly when the scope is itself or stands above it', () => {
  const isAbove = (scope: string, code: string | null): boolean =>
    code !== null && (code === scope || isAbove(scope, parentOf(code)))
  // Neighbours, so that codes which share digits are tried as well.
  const near = fc.constantFrom(
    CITY,
    '321202000000',
    '321203000000',
    '321202001000',
    '321202002000',
    '321202001002',
    '321202001003',
    '321202002002',
    '321203001002',
  )
  fc.assert(
    fc.property(fc.oneof(anyCode, near), fc.oneof(anyCode, near), (code, scope) => {
      expect(isWithin(code, scope)).toBe(isAbove(scope, code))
    }),
    { numRuns: 2000 },
  )
})

test('only statistical units that are called virtual are virtual', () => {
  expect(isVirtual({ kind: 'statistical', name: '园区虚拟社区' })).toBe(true)
  expect(isVirtual({ kind: 'statistical', name: '黄桥种猪场生活区' })).toBe(false)
  expect(isVirtual({ kind: 'village', name: '虚拟村' })).toBe(false)
})

test('the codes of a scope are one range: from its own up to the first beyond', () => {
  fc.assert(
    fc.property(anyCode, anyCode, (code, scope) => {
      const inRange = scope <= code && code < beyondOf(scope)
      expect(inRange).toBe(isWithin(code, scope))
    }),
    { numRuns: 2000 },
  )
  expect(beyondOf('321202001002')).toBe('321202001003')
  expect(beyondOf(CITY)).toBe('321300000000')
})
