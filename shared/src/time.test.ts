import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  atShanghai,
  DAY,
  HOUR,
  isoDay,
  MINUTE,
  sayLeft,
  sayEnd,
  saySpan,
  sayTime,
  shanghai,
  startOfDay,
} from './time.ts'

/** What the runtime's own calendar says of Asia/Shanghai: the second opinion. */
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const instant = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 11, 31) })

test('days and hours are those of Asia/Shanghai, whatever the machine is set to', () => {
  fc.assert(
    fc.property(instant, (at) => {
      const parts = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]))
      const { year, month, day, hour, minute } = shanghai(at)
      expect([year, month, day, hour, minute]).toEqual(
        ['year', 'month', 'day', 'hour', 'minute'].map((part) => Number(parts[part])),
      )
      expect(isoDay(at)).toBe(`${parts.year}-${parts.month}-${parts.day}`)
    }),
    { numRuns: 500 },
  )
})

test('a wall-clock time and its instant are two ways to say one thing', () => {
  fc.assert(
    fc.property(instant, (at) => {
      const { year, month, day, hour, minute } = shanghai(at)
      expect(atShanghai(year, month, day, hour, minute)).toBe(Math.floor(at / MINUTE) * MINUTE)
    }),
  )
})

test('a day begins at midnight and holds the instant', () => {
  fc.assert(
    fc.property(instant, (at) => {
      const midnight = startOfDay(at)
      expect(midnight).toBeLessThanOrEqual(at)
      expect(at - midnight).toBeLessThan(DAY)
      expect(shanghai(midnight)).toMatchObject({ hour: 0, minute: 0 })
      expect(isoDay(midnight)).toBe(isoDay(at))
      expect(isoDay(midnight - 1)).not.toBe(isoDay(at))
    }),
  )
  // 16:00 UTC is the next day's midnight in Shanghai.
  expect(startOfDay(Date.UTC(2026, 11, 31, 16))).toBe(atShanghai(2027, 1, 1))
  expect(isoDay(Date.UTC(2026, 11, 31, 15, 59, 59, 999))).toBe('2026-12-31')
  expect(isoDay(Date.UTC(2026, 11, 31, 16))).toBe('2027-01-01')
})

test('a time says its weekday, and its year when that is another', () => {
  const now = atShanghai(2026, 12, 31, 23, 59)
  expect(sayTime(atShanghai(2026, 10, 13, 9, 30), now)).toBe('10月13日 周二 09:30')
  expect(sayTime(atShanghai(2027, 1, 1, 0, 5), now)).toBe('2027年1月1日 周五 00:05')
  // One minute later the same instant is of this year.
  expect(sayTime(atShanghai(2027, 1, 1, 0, 5), now + MINUTE)).toBe('1月1日 周五 00:05')
  expect(sayTime(atShanghai(2028, 2, 29), now)).toBe('2028年2月29日 周二 00:00')
})

test('a span says the day once when both ends are on it', () => {
  const now = atShanghai(2026, 12, 1)
  const evening = atShanghai(2026, 12, 31, 22)
  expect(saySpan(evening, evening + HOUR, now)).toBe('12月31日 周四 22:00 至 23:00')
  expect(saySpan(evening, evening + 3 * HOUR, now)).toBe('12月31日 周四 22:00 至 2027年1月1日 周五 01:00')
})

test.each([
  [0, null],
  [-1, null],
  [1, '还剩 1 分钟'],
  [MINUTE - 1, '还剩 1 分钟'],
  [2 * MINUTE, '还剩 2 分钟'],
  [HOUR - 1, '还剩 59 分钟'],
  [HOUR, '还剩 1 小时'],
  [DAY - 1, '还剩 23 小时'],
  [DAY, '还剩 1 天'],
  [3 * DAY - 1, '还剩 2 天'],
])('%i ms before the deadline: %s', (left, said) => {
  const deadline = atShanghai(2026, 12, 1)
  expect(sayLeft(deadline, deadline - left)).toBe(said)
})

test('midnight ends the day before, and a span within one day says the day once', () => {
  const now = atShanghai(2026, 10, 13, 9)
  const midnight = atShanghai(2026, 10, 14)
  expect(sayEnd(midnight, now)).toBe('10月13日 周二 24:00')
  expect(sayEnd(midnight + 60_000, now)).toBe('10月14日 周三 00:01')
  expect(saySpan(now, midnight, now)).toBe('10月13日 周二 09:00 至 24:00')
  expect(saySpan(now, midnight + 60_000, now)).toBe('10月13日 周二 09:00 至 10月14日 周三 00:01')
  expect(saySpan(now, atShanghai(2027, 1, 1), now)).toBe('10月13日 周二 09:00 至 12月31日 周四 24:00')
})
