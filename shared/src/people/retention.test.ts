import { expect, test } from 'vitest'
import { atShanghai } from '../time.ts'
import { noticeText } from './notice.ts'
import { keptSince, retention } from './retention.ts'

test('years are those of the calendar, leap days among them', () => {
  expect(keptSince({ years: 3, source: '' }, atShanghai(2026, 12, 1, 10))).toBe(atShanghai(2023, 12, 1, 10))
  expect(keptSince({ years: 3, source: '' }, atShanghai(2027, 2, 28))).toBe(atShanghai(2024, 2, 28))
  expect(keptSince({ years: 3, source: '' }, atShanghai(2028, 2, 29))).toBe(atShanghai(2025, 3, 1))
})

test('the notice promises just what is kept', () => {
  for (const [what, kept] of [
    ['操作审计', retention.audit],
    ['结束以后的同意记录', retention.consents],
    ['替办的记录', retention.helpedActs],
    ['查看完整信息的记录', retention.reveals],
  ] as const)
    expect(noticeText()).toContain(`${what} ${kept.years} 年`)
  for (const { years, source } of Object.values(retention)) {
    expect(years).toBeGreaterThanOrEqual(3)
    expect(source).toContain('§11.3')
  }
})
