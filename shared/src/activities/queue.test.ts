import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, HOUR } from '../time.ts'
import { hasFreePlace, mayWait } from './phase.ts'
import { movesUp, obstacleToAnswer, offerEnd, statusAt } from './queue.ts'

const now = 1_800_000_000_000
const places = { capacity: 2, confirmed: 2, offered: 0, offersUntil: null, waiting: 0, waitlistCapacity: 2 }

test('a newcomer has a place where one is free, and nobody waits for it', () => {
  expect(hasFreePlace({ ...places, confirmed: 1 }, now)).toBe(true)
  expect(hasFreePlace(places, now)).toBe(false)
  expect(hasFreePlace({ ...places, confirmed: 1, waiting: 1 }, now)).toBe(false)
  const offering = { ...places, confirmed: 1, offered: 1, offersUntil: now + 1 }
  expect(hasFreePlace(offering, now)).toBe(false)
  expect(hasFreePlace(offering, now + 1)).toBe(true)
  expect(hasFreePlace({ ...offering, waiting: 1 }, now + 1)).toBe(false)
})
test('as many wait as the list holds; where it says nothing, nobody', () => {
  expect(mayWait({ ...places, waiting: 1 })).toBe(true)
  expect(mayWait({ ...places, waiting: 2 })).toBe(false)
  expect(mayWait({ ...places, waitlistCapacity: null })).toBe(false)
})
test.each([
  [DAY + 1, 'given'],
  [DAY, 'offered'],
  [2 * HOUR, 'offered'],
  [2 * HOUR - 1, null],
  [0, null],
])('%i ms before the start a place is %s', (left, way) => {
  expect(movesUp(now + left, now)).toBe(way)
})
test('an offer lasts two hours and never past the start', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 * DAY }), (left) => {
      const end = offerEnd(now + left, now)
      expect(end).toBeLessThanOrEqual(now + left)
      if (movesUp(now + left, now) === 'offered') expect(end).toBe(now + 2 * HOUR)
    }),
  )
})
test('an offer is over by the clock', () => {
  const offer = { status: 'offered' as const, offerUntil: now }
  expect([statusAt(offer, now - 1), statusAt(offer, now)]).toEqual(['offered', 'expiredOffer'])
  expect([obstacleToAnswer(offer, now - 1), obstacleToAnswer(offer, now)]).toEqual([null, 'offerOver'])
  expect(obstacleToAnswer({ status: 'confirmed', offerUntil: null }, now)).toBe('notOffered')
  expect(obstacleToAnswer(undefined, now)).toBe('notOffered')
})
