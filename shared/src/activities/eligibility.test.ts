import { expect, test } from 'vitest'
import { atShanghai } from '../time.ts'
import { obstacleToChild } from './children.ts'
import { asksOf, type Coming, isMinor, obstacleToComing, obstacleToDeclared } from './eligibility.ts'

const startsAt = atShanghai(2026, 12, 10, 9)
const open = { communityId: '321202001001', residencyRequired: 'none' as const, startsAt }
const someone: Coming = {
  kind: 'self',
  residentOf: [],
  born: null,
  gender: null,
  realName: false,
  minor: false,
  helped: false,
  guardianComes: false,
}
const day = (year: number, month = 12, of = 10) => ({ year, month, day: of })
const child: Coming = { ...someone, kind: 'child', born: day(2018) }

test.each([
  ['nothing is asked', open, someone, null],
  ['of this community', { ...open, residencyRequired: 'community' as const }, someone, 'notEligible'],
  ['real name', { ...open, realNameRequired: true }, someone, 'realNameNeeded'],
  ['real name, a verified one', { ...open, realNameRequired: true }, { ...someone, realName: true }, null],
  ['sixty on the day', { ...open, minAge: 60 }, { ...someone, born: day(1966) }, null],
  ['sixty the day after', { ...open, minAge: 60 }, { ...someone, born: day(1966, 12, 11) }, 'tooYoung'],
  ['fourteen still', { ...open, maxAge: 14 }, { ...child, born: day(2011, 12, 11) }, null],
  ['fifteen on the day', { ...open, maxAge: 14 }, { ...child, born: day(2011) }, 'tooOld'],
  [
    'for women',
    { ...open, gender: 'female' as const },
    { ...someone, gender: 'male' as const },
    'wrongGender',
  ],
  [
    'an age that nobody verified, where a name must be',
    { ...open, minAge: 60, realNameRequired: true },
    { ...someone, realName: true },
    'factsUnknown',
  ],
  ['under age by oneself', open, { ...someone, born: day(2010) }, 'guardianActs'],
  ['under age with a helper', open, { ...someone, born: day(2010), helped: true }, null],
  ['a child', open, child, null],
  ['a child alone', { ...open, guardianRequired: true }, child, 'guardianFirst'],
  ['a child with its guardian', { ...open, guardianRequired: true }, { ...child, guardianComes: true }, null],
  [
    'a minor of the household alone',
    { ...open, guardianRequired: true },
    { ...someone, kind: 'member' as const, minor: true },
    'guardianFirst',
  ],
] as const)('%s', (_name, activity, who, obstacle) => {
  expect(obstacleToComing(activity, who)).toBe(obstacle)
})

test('what is not known is declared, and what only they can say; known facts are not asked about', () => {
  const strict = {
    ...open,
    minAge: 60,
    gender: 'female' as const,
    healthPledge: true,
    insuranceRequired: true,
  }
  expect(asksOf(strict, someone)).toEqual(['age', 'gender', 'health', 'insurance'])
  expect(asksOf(strict, { ...someone, born: day(1950), gender: 'female' })).toEqual(['health', 'insurance'])
  expect(asksOf(open, { ...someone, kind: 'member', minor: true })).toEqual(['guardian'])
  expect(asksOf(open, child)).toEqual([])
  expect(obstacleToDeclared(strict, someone, ['age', 'gender', 'health'])).toBe('undeclared')
  expect(obstacleToDeclared(strict, someone, ['age', 'gender', 'health', 'insurance'])).toBeNull()
})
test('of age on the eighteenth birthday', () => {
  expect(isMinor({ born: day(2008), minor: true }, startsAt)).toBe(false)
  expect(isMinor({ born: day(2008, 12, 11), minor: false }, startsAt)).toBe(true)
})
test.each([
  [{}, null],
  [{ born: '2026-02-30' }, 'noSuchDay'],
  [{ born: '2026-12-11' }, 'noSuchDay'],
  [{ born: '2008-12-10' }, 'grownUp'],
  [{ born: '2008-12-11', dataConsent: false }, null],
  [{ consent: false }, 'consentMissing'],
  [{ dataConsent: false }, 'dataConsentMissing'],
  // Fourteen today: asked about no more (《个人信息保护法》第三十一条).
  [{ born: '2012-12-10', dataConsent: false }, null],
  [{ born: '2012-12-11', dataConsent: false }, 'dataConsentMissing'],
])('a child with %j: %s', (change, obstacle) => {
  const facts = { born: '2019-03-05', consent: true, dataConsent: true, ...change }
  expect(obstacleToChild(facts, startsAt)).toBe(obstacle)
})
