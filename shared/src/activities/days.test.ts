import { expect, test } from 'vitest'
import { atShanghai } from '../time.ts'
import { daysOfSpan } from './days.ts'

test('today and the next seven days begin with today, however late it is', () => {
  const late = atShanghai(2026, 12, 28, 23, 59)
  expect(daysOfSpan('today', late)).toEqual({ from: '2026-12-28', to: '2026-12-28' })
  expect(daysOfSpan('week', late)).toEqual({ from: '2026-12-28', to: '2027-01-03' })
})

test.each([
  ['Monday', 23, '2026-11-28', '2026-11-29'],
  ['Friday', 27, '2026-11-28', '2026-11-29'],
  ['Saturday', 28, '2026-11-28', '2026-11-29'],
  ['Sunday', 29, '2026-11-29', '2026-11-29'],
])('the weekend on a %s', (_name, day, from, to) => {
  expect(daysOfSpan('weekend', atShanghai(2026, 11, day))).toEqual({ from, to })
})
