import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atShanghai, DAY, MINUTE } from '../time.ts'
import {
  isFresh,
  isNear,
  metresBetween,
  obstacleToCheckIn,
  obstacleToSync,
  SLOT,
  slotOf,
} from './checkin-rules.ts'

const startsAt = atShanghai(2026, 12, 1, 14)
const endsAt = startsAt + 120 * MINUTE
const held = { status: 'published', startsAt, endsAt, modes: ['code', 'hand'] as const }

test.each([
  [startsAt - 30 * MINUTE - 1, 'tooEarly'],
  [startsAt - 30 * MINUTE, null],
  [startsAt, null],
  [endsAt - 1, null],
  [endsAt, 'tooLate'],
])('at %i: %s', (at, expected) => {
  expect(obstacleToCheckIn(held, 'code', at)).toBe(expected)
})
test('what was not chosen, and what was called off', () => {
  expect(obstacleToCheckIn(held, 'geo', startsAt)).toBe('otherMode')
  expect(obstacleToCheckIn({ ...held, status: 'cancelled' }, 'code', startsAt)).toBe('cancelled')
})

test.each([
  [-2, false],
  [-1, true],
  [0, true],
  [1, true],
  [2, false],
])('a code %i slots away: %s', (away, fresh) => {
  expect(isFresh(slotOf(startsAt) + away, startsAt)).toBe(fresh)
})
test('a photograph is good for no longer than a minute after its code has gone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: DAY }), fc.integer({ min: 0, max: DAY }), (shown, later) => {
      const at = startsAt + shown
      const fresh = isFresh(slotOf(at), at + later)
      return later >= 2 * SLOT ? !fresh : later < SLOT ? fresh : true
    }),
  )
})

test.each([
  ['kept in the window, sent after the end', startsAt, endsAt + DAY, null],
  ['kept before the window', startsAt - 31 * MINUTE, endsAt, 'tooEarly'],
  ['kept after the end', endsAt, endsAt + 1, 'tooLate'],
  ['from a clock that is ahead', startsAt + 3 * MINUTE, startsAt, 'future'],
  ['a week after the end', startsAt, endsAt + 7 * DAY, 'syncedLate'],
])('%s', (_, at, now, expected) => {
  expect(obstacleToSync(held, { mode: 'hand', at }, now)).toBe(expected)
})

test('200 metres', () => {
  const place = { lat: 32.4555, lng: 119.9229 }
  // A degree of latitude is 111.2 km.
  expect(metresBetween(place, { ...place, lat: place.lat + 0.001 })).toBeCloseTo(111.2, 0)
  expect(isNear(place, { ...place, lat: place.lat + 0.00179 })).toBe(true)
  expect(isNear(place, { ...place, lat: place.lat + 0.00181 })).toBe(false)
  expect(isNear(place, { ...place, lng: place.lng + 0.0021 })).toBe(true)
  expect(isNear(place, { ...place, lng: place.lng + 0.0022 })).toBe(false)
})
