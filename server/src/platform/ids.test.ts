import { Id } from '@tmt/shared/codes.ts'
import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids are UUIDs of version 7 that begin with their time', () => {
  const at = Date.UTC(2040, 0, 1)
  const id = newId(at)
  expect(Id.safeParse(id).success).toBe(true)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
})

test('they rise, also in a burst of one millisecond and when the clock goes back', () => {
  const at = Date.UTC(2041, 0, 1)
  const ids = Array.from({ length: 20_000 }, (_, i) => newId(i % 3 === 0 ? at - 5000 : at))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted())
})

test('two processes don’t draw the same: 62 bits are random', () => {
  const at = Date.UTC(2042, 0, 1)
  const tails = Array.from({ length: 1000 }, () => newId(at).slice(19))
  expect(new Set(tails).size).toBe(1000)
})
