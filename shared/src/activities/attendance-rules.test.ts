import { expect, test } from 'vitest'
import { atShanghai, DAY, HOUR } from '../time.ts'
import { type Ended, obstacleToRate, obstacleToShow, standingFrom } from './attendance-rules.ts'

const now = atShanghai(2026, 12, 1, 10)
let count = 0
/** Something that ended so many days ago. */
function ended(daysAgo: number, more: Partial<Ended> = {}): Ended {
  const endsAt = now - daysAgo * DAY
  count += 1
  const activityId = String(count).padStart(4, '0')
  return {
    activityId,
    startsAt: endsAt - 2 * HOUR,
    endsAt,
    cancelledAt: null,
    came: false,
    excused: false,
    ...more,
  }
}
const late = (one: Ended) => ({ ...one, cancelledAt: one.startsAt - 2 * HOUR + 1 })
const inTime = (one: Ended) => ({ ...one, cancelledAt: one.startsAt - 2 * HOUR })
const came = { came: true }

test.each<[string, Ended[], string]>([
  ['nothing', [], 'good'],
  ['missed once', [ended(1)], 'good'],
  ['twice in a row', [ended(1), ended(40)], 'hint'],
  ['came between', [ended(1), ended(2, came), ended(3)], 'good'],
  ['came since', [ended(1, came), ended(2), ended(3)], 'good'],
  ['excused the second time', [ended(1, { excused: true }), ended(2)], 'good'],
  ['an excused one breaks no row', [ended(1), ended(2, { excused: true }), ended(3)], 'hint'],
  ['cancelled two hours before', [inTime(ended(1)), ended(2)], 'good'],
  ['cancelled later than that', [late(ended(1)), ended(2)], 'hint'],
  ['three within thirty days', [ended(1), ended(10), ended(29)], 'confirm'],
  ['the third thirty days ago', [ended(1), ended(10), ended(30)], 'hint'],
  ['three, and came between', [ended(1, came), ended(2), ended(3), ended(4)], 'confirm'],
  ['not over yet', [ended(-1), ended(1)], 'good'],
])('%s: %#', (_, rows, expected) => {
  expect(standingFrom(rows, now)).toBe(expected)
})
test('of a family some came: that is no failing; nobody came: one', () => {
  const one = ended(1)
  const other = ended(2)
  const family = (first: boolean) => [{ ...one, came: first }, one, one]
  expect(standingFrom([...family(true), other], now)).toBe('good')
  expect(standingFrom([...family(false)], now)).toBe('good')
  expect(standingFrom([...family(false), other], now)).toBe('hint')
})

test.each([
  [now - 1, true, null],
  [now + 1, true, 'notOver'],
  [now - 1, false, 'notThere'],
  [now - 7 * DAY + 1, true, null],
  [now - 7 * DAY, true, 'rateClosed'],
])('ended at %i, came %s: %s', (endsAt, there, expected) => {
  expect(obstacleToRate({ endsAt }, { came: there }, now)).toBe(expected)
})
test.each([
  ['relief', true, 'reliefPictures'],
  ['child', false, 'guardiansMissing'],
  ['child', true, null],
  ['culture', false, null],
])('a picture of %s, guardians agreed %s: %s', (category, guardiansAgreed, expected) => {
  const a = { category, startsAt: now - 1, status: 'published' }
  expect(obstacleToShow(a, { guardiansAgreed }, now)).toBe(expected)
  expect(obstacleToShow({ ...a, startsAt: now + 1 }, { guardiansAgreed: true }, now)).toBe(
    category === 'relief' ? 'reliefPictures' : 'notBegun',
  )
})
