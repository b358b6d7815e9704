import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atShanghai, DAY, shanghai } from '../time.ts'
import { Kind } from './contract.ts'
import { answerDeadline, obstacleToCorrect, obstacleToSend } from './rules.ts'

test('an error found on a Tuesday is answered by the end of Friday, one of a Thursday by Tuesday', () => {
  expect(answerDeadline('error', atShanghai(2026, 12, 1, 10), {})).toBe(atShanghai(2026, 12, 5))
  expect(answerDeadline('error', atShanghai(2026, 12, 3, 23, 59), {})).toBe(atShanghai(2026, 12, 9))
  expect(answerDeadline('suggestion', atShanghai(2026, 12, 1), {})).toBe(atShanghai(2026, 12, 23))
})

test('a holiday is no working day, and a Saturday that is worked is one', () => {
  const calendar = { 2026: { off: ['2026-10-01', '2026-10-02'], work: ['2026-09-26'] } }
  expect(answerDeadline('error', atShanghai(2026, 9, 30, 10), calendar)).toBe(atShanghai(2026, 10, 8))
  expect(answerDeadline('error', atShanghai(2026, 9, 24, 10), calendar)).toBe(atShanghai(2026, 9, 29))
})

test('a deadline is the midnight after a working day, and never comes earlier for who wrote later', () => {
  const begin = atShanghai(2026, 1, 1)
  const instants = fc.integer({ min: begin, max: begin + 800 * DAY })
  fc.assert(
    fc.property(fc.constantFrom(...Kind.options), instants, instants, (kind, a, b) => {
      const [first, second] = [Math.min(a, b), Math.max(a, b)]
      const deadline = answerDeadline(kind, first, {})
      const last = shanghai(deadline - 1)
      expect([0, 6]).not.toContain(last.weekday)
      expect([last.hour, last.minute]).toEqual([23, 59])
      expect(deadline).toBeGreaterThan(first + DAY)
      expect(answerDeadline(kind, second, {})).toBeGreaterThanOrEqual(deadline)
    }),
  )
})

test('a guest gets no answer; an answer is corrected once, and only after it was given', () => {
  expect(obstacleToSend({ wantsAnswer: true }, false)).toBe('signInForAnswer')
  expect(obstacleToSend({ wantsAnswer: false }, false)).toBeNull()
  expect(obstacleToSend({ wantsAnswer: true }, true)).toBeNull()
  expect(obstacleToCorrect({ answer: null, correction: null })).toBe('notAnswered')
  expect(obstacleToCorrect({ answer: '已改', correction: null })).toBeNull()
  expect(obstacleToCorrect({ answer: '已改', correction: '改好了' })).toBe('corrected')
})
