import { expect, test } from 'vitest'
import { atShanghai, HOUR } from '../time.ts'
import { phaseOf } from './phase.ts'

const now = atShanghai(2026, 12, 1, 10)
const times = { startsAt: now + 2 * HOUR, endsAt: now + 4 * HOUR, signupClosesAt: now + HOUR }
const noQueue = { offered: 0, offersUntil: null, waiting: 0 }
const activity = { ...times, status: 'published' as const, capacity: 2, confirmed: 0, ...noQueue }

test('the phase follows the clock; each limit is the first instant of what comes after', () => {
  expect(phaseOf({ ...activity, status: 'draft' }, now)).toBe('draft')
  expect(phaseOf({ ...activity, status: 'cancelled' }, now + 9 * HOUR)).toBe('cancelled')
  expect(phaseOf(activity, times.signupClosesAt - 1)).toBe('open')
  expect(phaseOf({ ...activity, confirmed: 2 }, times.signupClosesAt - 1)).toBe('full')
  expect(phaseOf({ ...activity, confirmed: 2, waitlistCapacity: 1 }, now)).toBe('waitlist')
  expect(phaseOf({ ...activity, confirmed: 2 }, times.signupClosesAt)).toBe('closed')
  expect(phaseOf(activity, times.startsAt - 1)).toBe('closed')
  expect(phaseOf(activity, times.startsAt)).toBe('ongoing')
  expect(phaseOf(activity, times.endsAt - 1)).toBe('ongoing')
  expect(phaseOf(activity, times.endsAt)).toBe('finished')
})
