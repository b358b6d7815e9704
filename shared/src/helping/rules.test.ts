import { expect, test } from 'vitest'
import { api } from '../api.ts'
import { Kinship, OnlineKinship } from './contract.ts'
import { mostFor, mostHelped, obstacleToBegin } from './rules.ts'

test('nobody helps themselves, one who leaves, or the same person twice', () => {
  const person = { id: 'p', leftAt: null }
  expect(obstacleToBegin({ helperId: 'h', person, alreadyHelping: false })).toBeNull()
  expect(obstacleToBegin({ helperId: 'p', person, alreadyHelping: false })).toBe('oneself')
  expect(obstacleToBegin({ helperId: 'h', person: { ...person, leftAt: 1 }, alreadyHelping: false })).toBe(
    'hasLeft',
  )
  expect(obstacleToBegin({ helperId: 'h', person, alreadyHelping: true })).toBe('already')
})

test('a worker helps more people than a family; what only the counter may say is not said online', () => {
  for (const kinship of Kinship.options)
    expect(mostFor(kinship)).toBe(kinship === 'worker' ? mostHelped.worker : mostHelped.family)
  expect(OnlineKinship.options).not.toContain('guardian')
  expect(OnlineKinship.options).not.toContain('worker')
})

test('what may be done for others is done by who is signed in, never by staff’s rights', () => {
  const helpable = api.filter((endpoint) => 'helpable' in endpoint && endpoint.helpable === true)
  expect(helpable.length).toBeGreaterThan(2)
  for (const { by } of helpable) expect(by).toBe('signedIn')
})
