import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageOf,
  bornOn,
  checkOf,
  maskIdNumber,
  maskName,
  normalizeIdNumber,
  obstacleToIdNumber,
  sexOf,
} from './id-number.ts'
import { atShanghai, DAY, isoDay } from '../time.ts'

/** 2026-12-01 10:00. */
const NOW = atShanghai(2026, 12, 1, 10)
const judge = (typed: string, now = NOW) => obstacleToIdNumber(normalizeIdNumber(typed), now)

describe('numbers of GB 11643 that hold', () => {
  test.each([
    ['11010519491231002X', 'female', { year: 1949, month: 12, day: 31 }],
    ['321200190001010013', 'male', { year: 1900, month: 1, day: 1 }],
    ['32120019000228004X', 'female', { year: 1900, month: 2, day: 28 }],
    ['321200200802290023', 'female', { year: 2008, month: 2, day: 29 }],
    ['32120020260101104X', 'female', { year: 2026, month: 1, day: 1 }],
    ['321200196006151154', 'male', { year: 1960, month: 6, day: 15 }],
  ] as const)('%s, %s', (number, sex, born) => {
    expect(judge(number)).toBeNull()
    expect([sexOf(number), bornOn(number)]).toEqual([sex, born])
  })

  test.each([
    '32120019000228004x',
    ' 321200 19000228 004x ',
    '３２１２００１９０００２２８００４ｘ',
    '321200\u300019000228004X',
  ])('as people type them: %s', (typed) => {
    expect(normalizeIdNumber(typed)).toBe('32120019000228004X')
    expect(judge(typed)).toBeNull()
  })
})

describe('what is refused, each for its own reason', () => {
  test.each([
    ['321200195802290126', 'noSuchDay', 'there was no 29 February 1958, though the check is right'],
    ['321200194909310030', 'noSuchDay', 'September has thirty days'],
    ['321200200802300023', 'noSuchDay', '30 February'],
    ['321200199913010011', 'noSuchDay', 'a thirteenth month'],
    ['321200199900010011', 'noSuchDay', 'month zero'],
    ['321200189912310011', 'noSuchDay', 'before 1900'],
    ['321200190001010014', 'wrongCheck', 'the check is another'],
    ['321200900101001', 'fifteenDigits', 'first-generation cards are out of use'],
    ['810000199408230021', 'otherDocument', 'Hong Kong residence permit'],
    ['820000199408230021', 'otherDocument', 'Macao residence permit'],
    ['83000019940823002X', 'otherDocument', 'Taiwan residence permit'],
    ['911321199408230021', 'otherDocument', 'permanent residence of a foreigner'],
    ['ABC110100010101', 'otherDocument', 'permanent residence before 2023'],
    ['E12345678', 'otherDocument', 'a passport'],
    ['', 'notEighteen', 'nothing'],
    ['32120019000228004', 'notEighteen', 'seventeen digits'],
    ['3212001900022800400', 'notEighteen', 'nineteen digits'],
    ['32120019000228X04X', 'notEighteen', 'an X inside'],
    ['泰州身份证号', 'notEighteen', 'words'],
  ] as const)('%s: %s (%s)', (number, obstacle, _why) => {
    expect(judge(number)).toBe(obstacle)
  })

  test('a day is past from its first instant in Asia/Shanghai on', () => {
    const number = '32120020261201001'
    const born = number + checkOf(number)
    expect(judge(born, atShanghai(2026, 12, 1))).toBeNull()
    expect(judge(born, atShanghai(2026, 12, 1) - 1)).toBe('noSuchDay')
  })
})

describe('for every number that holds', () => {
  const day = fc
    .integer({ min: atShanghai(1900, 1, 1), max: NOW })
    .map((at) => isoDay(at).replaceAll('-', ''))
  const digits = (length: number) =>
    fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'))
  const number = fc
    .tuple(fc.integer({ min: 110_000, max: 659_999 }), day, digits(3))
    .map(([area, born, order]) => `${area}${born}${order}`)
    .map((first) => first + checkOf(first))

  test('any one digit that is changed, or two neighbours that are swapped, are found out', () => {
    fc.assert(
      fc.property(number, fc.nat(16), fc.integer({ min: 1, max: 9 }), (good, at, by) => {
        expect(judge(good)).toBeNull()
        const changed = `${good.slice(0, at)}${(Number(good[at]) + by) % 10}${good.slice(at + 1)}`
        expect(judge(changed)).not.toBeNull()
        const swapped = good.slice(0, at) + good[at + 1] + good[at] + good.slice(at + 2)
        if (swapped !== good) expect(judge(swapped)).not.toBeNull()
      }),
    )
  })

  test('the mask keeps the first six and the last two and nothing of the birthday', () => {
    fc.assert(
      fc.property(number, (good) => {
        const mask = maskIdNumber(good)
        expect(mask).toHaveLength(18)
        expect(mask).toMatch(/^\d{6}\*{10}[\dX]{2}$/)
      }),
    )
    expect(maskIdNumber('321200190001010013')).toBe('321200**********13')
  })

  test('age is counted in full years and never goes back', () => {
    fc.assert(
      fc.property(number, fc.nat(30_000), (good, days) => {
        const { year, month, day: date } = bornOn(good)
        const born = atShanghai(year, month, date)
        expect(ageOf(good, born)).toBe(0)
        expect(ageOf(good, born + (days + 1) * DAY)).toBeGreaterThanOrEqual(ageOf(good, born + days * DAY))
      }),
    )
    expect(ageOf('321200201212020015', atShanghai(2026, 12, 1))).toBe(13)
    expect(ageOf('321200201212010015', atShanghai(2026, 12, 1))).toBe(14)
    // Born on 29 February: fourteen on 1 March 2022.
    expect(ageOf('321200200802290023', atShanghai(2022, 2, 28, 23))).toBe(13)
    expect(ageOf('321200200802290023', atShanghai(2022, 3, 1))).toBe(14)
  })
})

test('of a name the first character stays', () => {
  expect(['张三', '欧阳娜娜', '李', '阿依古丽·买买提'].map(maskName)).toEqual(['张*', '欧***', '*', '阿***'])
})
