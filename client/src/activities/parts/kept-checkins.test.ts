import type { CheckinAnswer, CheckinRow } from '@tmt/shared/activities/checkin-staff-contract.ts'
import { DAY } from '@tmt/shared/time.ts'
import { expect, it } from 'vitest'
import { answered, keep, kept, nextOnes, noted, rowOf, waitingIds } from './kept-checkins.ts'

const idOf = (n: number) => `01999999-0000-7000-8000-${String(n).padStart(12, '0')}`
const row = (n: number): CheckinRow => ({
  signupId: idOf(n),
  name: `演示居民${n}`,
  tag: String(10_000 + n),
  at: n,
  attended: null,
  excused: false,
})
const tick = (n: number, at = 1) => ({ id: idOf(900 + n), how: 'hand' as const, signupId: idOf(n), at })
const answer = (n: number, outcome: CheckinAnswer['outcome']): CheckinAnswer => ({
  id: idOf(900 + n),
  outcome,
  signupId: idOf(n),
  name: `演示居民${n}`,
  attended: outcome === 'done' || outcome === 'already' ? { how: 'hand', at: 1 } : null,
})
const full = { at: 0, rosterAt: 1, rows: [row(1), row(2), row(3)], waiting: [], refused: [] }

it('is there again after the app was killed, by person and activity', () => {
  expect(keep('a', noted(full, tick(1)))).toBe(true)
  expect(kept('a').waiting).toEqual([{ entry: tick(1), name: '演示居民1' }])
  expect(kept('b').waiting).toEqual([])
})

it('loses nothing: what was answered goes, what was refused stays to be read, what came meanwhile waits', () => {
  const before = [tick(1), tick(2), tick(3)].reduce(noted, full)
  const after = answered(before, [answer(1, 'done'), answer(2, 'tooEarly')])
  expect(after.waiting.map(({ entry }) => entry.id)).toEqual([idOf(903)])
  expect(after.refused).toEqual([{ entry: tick(2), name: '演示居民2', outcome: 'tooEarly' }])
  expect(after.rows.map(({ attended }) => attended?.how ?? null)).toEqual(['hand', null, null])
  expect(waitingIds(after)).toEqual(new Set([idOf(3)]))
  // A second answer to the same changes nothing.
  expect(answered(after, [answer(1, 'already')])).toEqual(after)
})

it('sends five hundred at a time, the oldest first', () => {
  const many = Array.from({ length: 501 }, (_, i) => tick(i)).reduce(noted, full)
  expect(nextOnes(many)).toHaveLength(500)
  expect(nextOnes(many)[0]).toEqual(tick(0))
})

it('knows by the list whose code it is, and guesses at none', () => {
  expect(rowOf(full.rows, `tmp1.${idOf(2)}.5.${'A'.repeat(22)}`)?.name).toBe('演示居民2')
  expect(rowOf(full.rows, '10003999')?.name).toBe('演示居民3')
  expect(rowOf(full.rows, '55555999')).toBeUndefined()
  expect(rowOf([row(1), { ...row(2), tag: row(1).tag }], '10001999')).toBeUndefined()
})

it('forgets names after two days, and what nobody has sent after thirty', () => {
  const now = Date.now()
  keep('old', noted(full, tick(1)), now - 3 * DAY)
  keep('done', full, now - 3 * DAY)
  keep('now', full, now)
  expect(kept('old').rows).toEqual([])
  expect(kept('old').waiting).toHaveLength(1)
  expect(kept('done').rosterAt).toBeNull()
  keep('now', full, now + 31 * DAY)
  expect(kept('old').waiting).toEqual([])
})
