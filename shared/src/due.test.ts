import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byPressing, type Due, groupOf, sayClock } from './due.ts'
import { atShanghai, DAY, HOUR, MINUTE } from './time.ts'

const now = atShanghai(2026, 12, 1, 10)
const due = (until: number | null, n = 1): Due => ({
  kind: 'activityDraft',
  id: `01999999-0000-7000-8000-${String(n).padStart(12, '0')}`,
  title: '圆桌会',
  note: '',
  until,
  since: now,
  communityId: '321202001002',
})

test.each([
  [null, 'open'],
  [now - 1, 'overdue'],
  [now, 'overdue'],
  [now + 1, 'today'],
  [atShanghai(2026, 12, 2), 'today'],
  [atShanghai(2026, 12, 2) + 1, 'open'],
] as const)('until %s is %s', (until, group) => {
  expect(groupOf(until, now)).toBe(group)
})

test.each([
  [null, null],
  [now + 2 * HOUR + MINUTE, '还有 2 小时'],
  [now + DAY, '还有 1 天'],
  [now + 1, '还有 1 分钟'],
  [now, '已逾期 1 分钟'],
  [now - 90 * MINUTE, '已逾期 1 小时'],
  [now - DAY - HOUR, '已逾期 1 天'],
])('until %s is said as %s', (until, words) => {
  expect(sayClock(until, now)).toBe(words)
})

test('the most pressing stands first, whatever the order they come in, and groups follow each other', () => {
  const until = fc.option(fc.integer({ min: now - 3 * DAY, max: now + 3 * DAY }))
  const many = fc.array(until, { maxLength: 30 }).map((all) => all.map((at, i) => due(at, i)))
  const rank = { overdue: 0, today: 1, open: 2 }
  fc.assert(
    fc.property(many, fc.integer(), (items, seed) => {
      const sorted = items.toSorted(byPressing)
      const ranks = sorted.map((one) => rank[groupOf(one.until, now)])
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      const turned = [
        ...items.slice(Math.abs(seed) % (items.length + 1)),
        ...items.slice(0, Math.abs(seed) % (items.length + 1)),
      ]
      expect(turned.toSorted(byPressing)).toEqual(sorted)
    }),
  )
})
