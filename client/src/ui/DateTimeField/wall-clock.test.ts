import { expect, test } from 'vitest'
import { instantOf, wallClock } from './wall-clock.ts'

test('an instant is shown by the clock in Asia/Shanghai', () => {
  expect(wallClock(Date.UTC(2026, 9, 13, 1, 30))).toEqual({ day: '2026-10-13', time: '09:30' })
  expect(wallClock(Date.UTC(2026, 11, 31, 16, 0))).toEqual({ day: '2027-01-01', time: '00:00' })
})

test('there and back it stays the same instant', () => {
  for (const instant of [0, Date.UTC(2026, 1, 28, 15, 59), Date.UTC(2028, 1, 29, 16, 0)]) {
    const { day, time } = wallClock(instant)
    expect(instantOf(day, time)).toBe(instant)
  }
})

test('what is no whole day and time is nothing', () => {
  for (const [day, time] of [
    ['', ''],
    ['2026-10-13', ''],
    ['', '09:30'],
    ['2026-02-30', '09:30'],
    ['2026-13-01', '09:30'],
    ['13.10.2026', '09:30'],
  ] as const) {
    expect(instantOf(day, time), `${day} ${time}`).toBeNull()
  }
})
