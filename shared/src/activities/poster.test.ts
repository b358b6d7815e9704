import { expect, test } from 'vitest'
import { createActivity, editActivity } from './staff-contract.ts'
import { obstacleToPoster } from './rules.ts'

test('a picture needs words for whoever can’t see it; no picture needs none', () => {
  expect(obstacleToPoster({})).toBeNull()
  expect(obstacleToPoster({ poster: 'one', posterAlt: '银杏' })).toBeNull()
  const obstacle = obstacleToPoster({ poster: 'one' })
  expect(obstacle).toBe('posterAltMissing')
  for (const { refusals } of [createActivity, editActivity]) expect(refusals).toHaveProperty(obstacle!)
})
