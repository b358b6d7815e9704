import { expect, test } from 'vitest'
import { RateLimit } from './rate-limit.ts'

test('lets so many pass in a window, and says how many seconds to wait', () => {
  const limit = new RateLimit(3, 60_000)
  expect([0, 1, 2].map((t) => limit.take('a', t))).toEqual([0, 0, 0])
  expect(limit.take('a', 10_000)).toBe(50)
  expect(limit.take('a', 59_999)).toBe(1)
  expect(limit.take('b', 59_999)).toBe(0)
  expect(limit.take('a', 60_000)).toBe(0)
})

test('forgets rather than grow without bound when somebody makes up keys', () => {
  const limit = new RateLimit(1, 60_000)
  for (let i = 0; i < 20_000; i += 1) limit.take(`made up ${i}`, 0)
  expect(limit.take('made up 0', 1)).toBe(60)
  expect(limit.take('one more', 1)).toBe(0)
  // Everything was dropped to make room.
  expect(limit.take('made up 0', 1)).toBe(0)
  // Windows that are over go first.
  for (let i = 0; i < 19_998; i += 1) limit.take(`later ${i}`, 30_000)
  expect(limit.take('one more', 60_001)).toBe(0)
  expect(limit.take('later 5', 60_002)).toBe(30)
})
