import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Calendar, isHoliday } from '../calendar/rules.ts'
import { atShanghai, DAY, HOUR, isoDay, shanghai } from '../time.ts'
import { categoryRules, sayTitle } from './categories.ts'
import { Category } from './contract.ts'
import { obstacleToArchive, obstacleToCancel, obstacleToPostpone, reviewDue } from './life-rules.ts'
import { obstacleToLimits } from './limit-rules.ts'
import { phaseOf } from './phase.ts'
import { mayLeaveFreely } from './rules.ts'
import { every, startsOf } from './series.ts'

const now = atShanghai(2026, 11, 24, 9)
const out = {
  status: 'published',
  startsAt: now + HOUR,
  endsAt: now + 2 * HOUR,
  signupClosesAt: now,
} as const

test('who signed up before it was moved may leave freely until it begins, also in the last two hours', () => {
  const moved = { ...out, movedAt: now }
  expect(mayLeaveFreely(moved, now - 1, out.startsAt - 1)).toBe(true)
  expect(mayLeaveFreely(moved, now - 1, out.startsAt)).toBe(false)
  // Whoever signed up to the new time knew it.
  expect(mayLeaveFreely(moved, now, now + 1)).toBe(false)
  expect(mayLeaveFreely({ ...out, movedAt: null }, 0, now)).toBe(false)
  expect(mayLeaveFreely({ ...moved, status: 'postponed' }, now - 1, out.startsAt + DAY)).toBe(true)
  expect(mayLeaveFreely({ ...moved, status: 'cancelled' }, now - 1, now)).toBe(false)
})
test('what was put off is neither over nor open, whatever the clock says', () => {
  const counted = { ...out, capacity: 1, confirmed: 0, offered: 0, offersUntil: null, waiting: 0 }
  expect(phaseOf({ ...counted, status: 'postponed' }, now + 9 * DAY)).toBe('postponed')
  expect(phaseOf({ ...counted, archivedAt: now }, out.endsAt)).toBe('archived')
  expect(phaseOf(counted, out.endsAt)).toBe('finished')
})
test.each([
  ['published', now, null, null, 'notOver'],
  ['published', out.endsAt, 'ended', 'ended', null],
  ['postponed', out.endsAt, 'postponed', null, 'notOver'],
  ['cancelled', now, 'cancelled', 'cancelled', null],
  ['draft', now, 'notPublished', 'notPublished', 'notOver'],
  ['review', now, 'notPublished', 'notPublished', 'notOver'],
] as const)('%s at %i', (status, at, postpone, cancel, archive) => {
  const a = { ...out, status }
  expect([obstacleToPostpone(a, at), obstacleToCancel(a, at), obstacleToArchive(a, at)]).toEqual([
    postpone,
    cancel,
    archive,
  ])
})
test('the line of what happened is written once, before or after the clock put it away', () => {
  expect(obstacleToArchive({ ...out, archivedAt: now }, now)).toBe(null)
  expect(obstacleToArchive({ ...out, archivedAt: now, closing: '好' }, now)).toBe('archived')
})
test('an organisation is answered while people can still sign up', () => {
  expect(reviewDue(now + 3 * DAY, now + 9 * DAY, now)).toBe(now + 3 * DAY)
  expect(reviewDue(now + 3 * DAY, now + DAY, now)).toBe(now + DAY - HOUR)
  expect(reviewDue(now + 3 * DAY, now + 1, now)).toBe(now)
})

test.each([
  [{ minAge: 60, maxAge: 60 }, null],
  [{ minAge: 61, maxAge: 60 }, 'agesReversed'],
  [{ category: 'disabled' }, 'accessibilityMissing'],
  [{ category: 'disabled', accessibility: [] }, 'accessibilityMissing'],
  [{ category: 'disabled', accessibility: ['lift'] }, null],
  [{ gcj02: { lat: 32.49, lng: 119.92 } }, null],
  [{ gcj02: { lat: 31.23, lng: 121.47 } }, 'outOfCity'],
  [{ category: 'relief', poster: 'x' }, 'reliefPicture'],
  [{ category: 'culture', poster: 'x' }, null],
] as const)('%j: %s', (facts, obstacle) => {
  expect(obstacleToLimits({ category: 'culture', ...facts } as never)).toBe(obstacle)
})
test('what a category proposes goes together, and every one says where it stands', () => {
  for (const category of Category.options) {
    const { proposes, source } = categoryRules[category]
    expect(obstacleToLimits({ category, ...proposes })).toBe(null)
    expect(source).toContain(category.toUpperCase())
  }
})
test('a drill is called one, once', () => {
  expect(sayTitle({ title: '楼道疏散', drill: true })).toBe('「演练」楼道疏散')
  expect(sayTitle({ title: '消防演练', drill: true })).toBe('消防演练')
  expect(sayTitle({ title: '楼道疏散', drill: null })).toBe('楼道疏散')
})

const calendar: Calendar = {
  2026: { off: ['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05'], work: ['2026-10-10'] },
}
test('a weekend beside a day off is a holiday, any other weekend is none', () => {
  const day = (text: string) => isHoliday(Date.parse(`${text}T12:00:00+08:00`), calendar)
  expect(['2026-10-01', '2026-10-03', '2026-10-04', '2026-09-26'].map(day)).toEqual([true, true, true, true])
  expect(['2026-10-10', '2026-10-17', '2026-09-30', '2027-10-02'].map(day)).toEqual([
    false,
    false,
    false,
    false,
  ])
})
test('a series passes over holidays and still has all its times', () => {
  const first = atShanghai(2026, 9, 24, 19)
  const { starts, skipped } = startsOf(first, 'week', 3, calendar)
  expect(starts.map(isoDay)).toEqual(['2026-09-24', '2026-10-08', '2026-10-15'])
  expect(skipped.map(isoDay)).toEqual(['2026-10-01'])
})
test('every month on the fifth Monday, or the last one where there is none', () => {
  const { starts } = startsOf(atShanghai(2026, 11, 30, 9, 30), 'month', 4, null)
  expect(starts.map(isoDay)).toEqual(['2026-11-30', '2026-12-28', '2027-01-25', '2027-02-22'])
})
test('each one of a series is later than the one before, on the same weekday at the same hour', () => {
  const whole = fc.record({
    first: fc.integer({ min: now, max: now + 400 * DAY }),
    how: fc.constantFrom(...every),
    times: fc.integer({ min: 2, max: 26 }),
  })
  fc.assert(
    fc.property(whole, ({ first, how, times }) => {
      const { starts } = startsOf(first, how, times, null)
      const parts = ({ weekday, hour, minute }: ReturnType<typeof shanghai>) => [weekday, hour, minute]
      expect(starts).toHaveLength(times)
      for (const [i, at] of starts.entries()) {
        expect(parts(shanghai(at))).toEqual(parts(shanghai(first)))
        if (i > 0) expect(at - starts[i - 1]!).toBeGreaterThanOrEqual(7 * DAY)
      }
    }),
  )
})
