import { expect, test } from 'vitest'
import { api } from '../api.ts'
import { Kinship, OnlineKinship } from './contract.ts'
import { atShanghai } from '../time.ts'
import { comesOfAge, counterConflict, mostFor, mostHelped, obstacleToBegin, obstacleToWard } from './rules.ts'

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

test('a guardian is for who is not of age; under fourteen with a consent of its own', () => {
  const now = atShanghai(2026, 12, 1)
  const ward = (born: string | null, guardianAgreed = true) => obstacleToWard({ born, guardianAgreed }, now)
  expect(ward(null)).toBe('birthDateNeeded')
  for (const born of ['20150229', '20151301', '20150431', '18990101', '20261202'])
    expect(ward(born)).toBe('noSuchDay')
  expect([ward('20081201'), ward('20081202')]).toEqual(['ofAge', null])
  expect([ward('20121202', false), ward('20121201', false)]).toEqual(['guardianConsentMissing', null])
  expect(ward('20121202')).toBeNull()
  expect(comesOfAge('20081202')).toBe(atShanghai(2026, 12, 2))
  expect(comesOfAge('20080229')).toBe(atShanghai(2026, 3, 1))
})

test('nobody ends or undoes at the counter what is their own, or a relative’s', () => {
  const good = { involved: false, declared: true, related: false }
  expect(counterConflict(good)).toBeNull()
  expect(counterConflict({ ...good, involved: true, declared: false })).toBe('ownCase')
  expect(counterConflict({ ...good, declared: false })).toBe('declareFirst')
  expect(counterConflict({ ...good, related: true })).toBe('relative')
})
