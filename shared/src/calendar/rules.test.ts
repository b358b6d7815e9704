import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atShanghai, DAY, isoDay, startOfDay } from '../time.ts'
import {
  type Calendar,
  CalendarYearMissing,
  isWorkday,
  legalDue,
  nextWorkday,
  obstacleToYear,
  serviceDue,
} from './rules.ts'

/** As the State Council’s office announced them. */
const calendar: Calendar = {
  2025: {
    off: [
      '2025-01-01',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-02-03',
      '2025-02-04',
      '2025-04-04',
      '2025-05-01',
      '2025-05-02',
      '2025-05-05',
      '2025-06-02',
      '2025-10-01',
      '2025-10-02',
      '2025-10-03',
      '2025-10-06',
      '2025-10-07',
      '2025-10-08',
    ],
    work: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  2026: {
    off: [
      '2026-01-01',
      '2026-01-02',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-23',
      '2026-04-06',
      '2026-05-01',
      '2026-05-04',
      '2026-05-05',
      '2026-06-19',
      '2026-09-25',
      '2026-10-01',
      '2026-10-02',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
    ],
    work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
}
/** `2026-09-30 10:00` in Asia/Shanghai. */
const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const lastDay = (dueAt: number) => isoDay(dueAt - 1)

describe('the vectors of 《领域规格》 §6.5', () => {
  test.each([
    ['2026-09-30 10:00', 5, '2026-09-30', '2026-10-13'],
    ['2026-10-01 09:00', 5, '2026-10-08', '2026-10-14'],
    ['2026-09-19 09:00', 1, '2026-09-20', '2026-09-21'],
    ['2026-02-13 17:00', 3, '2026-02-13', '2026-02-25'],
    ['2026-02-13 19:00', 3, '2026-02-14', '2026-02-26'],
    ['2026-02-14 10:00', 1, '2026-02-14', '2026-02-24'],
    ['2026-05-08 10:00', 1, '2026-05-08', '2026-05-09'],
    ['2026-05-01 08:00', 5, '2026-05-06', '2026-05-12'],
    ['2026-06-18 15:00', 2, '2026-06-18', '2026-06-23'],
    ['2026-01-01 12:00', 1, '2026-01-04', '2026-01-05'],
    ['2026-10-09 09:00', 1, '2026-10-09', '2026-10-10'],
    ['2025-09-26 16:00', 5, '2025-09-26', '2025-10-10'],
    ['2025-10-01 00:10', 10, '2025-10-09', '2025-10-22'],
    ['2026-11-24 09:00', 5, '2026-11-24', '2026-12-01'],
  ])('%s and %i working days: received %s, due at the end of %s', (received, days, receivedOn, due) => {
    const counted = serviceDue(at(received), days, calendar)
    expect([isoDay(counted.receivedOn), lastDay(counted.dueAt), counted.provisional]).toEqual([
      receivedOn,
      due,
      false,
    ])
    // A deadline is the first instant after it: midnight.
    expect(counted.dueAt).toBe(startOfDay(counted.dueAt))
    const { provisional: _, ...strict } = counted
    expect(legalDue(at(received), days, calendar)).toEqual(strict)
  })

  test('through a year that is not loaded a service’s clock is provisional, a legal one is refused', () => {
    const counted = serviceDue(at('2026-12-29 09:00'), 5, calendar)
    expect([lastDay(counted.dueAt), counted.provisional]).toEqual(['2027-01-05', true])
    expect(() => legalDue(at('2026-12-29 09:00'), 5, calendar)).toThrow(CalendarYearMissing)
    try {
      legalDue(at('2026-12-29 09:00'), 5, calendar)
    } catch (error) {
      expect(error).toMatchObject({ code: 'CALENDAR_YEAR_MISSING', year: 2027 })
    }
  })
})

describe('the edges', () => {
  test('18:00 is the first instant after office hours', () => {
    const [before, after] = [at('2026-11-24 18:00') - 1, at('2026-11-24 18:00')]
    expect(isoDay(serviceDue(before, 1, calendar).receivedOn)).toBe('2026-11-24')
    expect(isoDay(serviceDue(after, 1, calendar).receivedOn)).toBe('2026-11-25')
  })
  test('a period that ends with the known year is certain, one that was received before it is not', () => {
    expect(serviceDue(at('2026-12-29 09:00'), 2, calendar)).toMatchObject({ provisional: false })
    expect(serviceDue(at('2026-12-31 19:00'), 0, calendar)).toMatchObject({ provisional: true })
    expect(serviceDue(at('2024-12-31 09:00'), 1, calendar)).toMatchObject({ provisional: true })
    expect(() => legalDue(at('2024-12-31 09:00'), 1, calendar)).toThrow(/2024/)
  })
  test('of a year that nobody loaded, Monday to Friday is all that can be said', () => {
    expect(isWorkday(atShanghai(2027, 1, 1), calendar)).toBe(true)
    expect(isWorkday(atShanghai(2027, 1, 2), calendar)).toBe(false)
    expect(isWorkday(atShanghai(2026, 1, 1), calendar)).toBe(false)
  })
})

describe('for any moment of the known years', () => {
  const moment = fc.integer({ min: at('2025-01-01 00:00'), max: at('2026-10-31 23:59') })
  const days = fc.integer({ min: 1, max: 20 })
  test('a due day is a working day, with exactly so many working days up to it', () => {
    fc.assert(
      fc.property(moment, days, (received, n) => {
        const { receivedOn, dueAt } = serviceDue(received, n, calendar)
        expect(isWorkday(receivedOn, calendar)).toBe(true)
        expect(isWorkday(dueAt - 1, calendar)).toBe(true)
        let counted = 0
        for (let day = receivedOn + DAY; day < dueAt; day += DAY) counted += isWorkday(day, calendar) ? 1 : 0
        expect(counted).toBe(n)
      }),
    )
  })
  test('what comes later is never due earlier', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 5 * DAY }), days, (received, later, n) => {
        const [first, second] = [received, received + later].map((t) => serviceDue(t, n, calendar).dueAt)
        expect(second).toBeGreaterThanOrEqual(first!)
      }),
    )
  })
  test('the next working day is after today, and none lies between', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const next = nextWorkday(now, calendar)
        expect(next).toBeGreaterThan(now)
        for (let day = startOfDay(now) + DAY; day < next; day += DAY)
          expect(isWorkday(day, calendar)).toBe(false)
      }),
    )
  })
})

describe('a year that is entered', () => {
  const good = { off: ['2027-01-01', '2027-01-02', '2027-10-01'], work: ['2027-02-20'] }
  test.each([
    ['is good', good, null],
    ['has a day of another year', { ...good, off: [...good.off, '2026-10-02'] }, /2026-10-02 不是 2027 年/],
    ['has a day that there is not', { ...good, off: [...good.off, '2027-02-30'] }, /2027-02-30 不是/],
    ['has a day that is none', { ...good, off: [...good.off, '2027-x'] }, /2027-x 不是/],
    ['has a day twice', { ...good, work: ['2027-01-02'] }, /2027-01-02 写了两次/],
    ['has work on a weekday', { ...good, work: ['2027-02-22'] }, /2027-02-22 不是周六/],
    ['has no National Day', { ...good, off: ['2027-01-01'] }, /没有 2027-10-01/],
    ['is empty', { off: [], work: [] }, /没有 2027-01-01/],
  ])('%s', (_why, entered, says) => {
    const obstacle = obstacleToYear(2027, entered)
    if (says === null) expect(obstacle).toBeNull()
    else expect(obstacle).toMatch(says)
  })
})
