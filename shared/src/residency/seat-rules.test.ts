import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY } from '../time.ts'
import { Kind } from './contract.ts'
import {
  agreementOf,
  isAdult,
  obstacleToAgree,
  obstacleToPropose,
  purposeOf,
  settled,
  type Standing,
  whoAgrees,
} from './seat-rules.ts'

const NOW = 1_800_000_000_000
const adult = (personId: string) => ({ personId, adultAt: null })
const child = (personId: string) => ({ personId, adultAt: NOW + DAY })
const [head, wife, son] = [adult('head'), adult('wife'), child('son')]
const household: Standing = {
  purpose: 'household',
  members: [head, wife, son],
  headId: 'head',
  representativeId: 'head',
  how: 'head',
  owners: null,
}
const unit: Standing = {
  purpose: 'unit',
  members: [adult('a'), adult('b'), adult('c')],
  headId: null,
  representativeId: null,
  how: null,
  owners: 3,
}

test('one is of age from the first instant of the day on which one turns 18', () => {
  expect([isAdult(son, NOW), isAdult(son, NOW + DAY - 1), isAdult(son, NOW + DAY)]).toEqual([
    false,
    false,
    true,
  ])
  expect(isAdult(head, NOW)).toBe(true)
})

test('who lives or is registered there is of the household, who owns of the unit, who works there of neither', () => {
  expect(Kind.options.map((kind) => [kind, purposeOf(kind)])).toEqual([
    ['hukouAndLive', 'household'],
    ['hukouOnly', 'household'],
    ['liveOnly', 'household'],
    ['ownerOnly', 'unit'],
    ['workOnly', null],
  ])
})

describe('the representative by itself (《领域规格》 §2.1 HOUSEHOLD_REP: 默认户主，可换)', () => {
  const of = (one: Partial<Standing>) => settled({ ...household, ...one }, NOW)
  test.each([
    ['the head', { representativeId: null, how: null }, 'head', 'head'],
    ['a new head instead of the one before', { headId: 'wife' }, 'wife', 'head'],
    [
      'whom the household agreed on, for as long as they live there',
      { representativeId: 'wife', how: 'agreed' },
      'wife',
      'agreed',
    ],
    ['the head again once that one is gone', { representativeId: 'gone', how: 'agreed' }, 'head', 'head'],
    ['nobody where no head is named', { headId: null, representativeId: null, how: null }, null, null],
    ['nobody where both are gone', { members: [wife], headId: null }, null, 'left'],
    ['no head who is under age', { headId: 'son', representativeId: null, how: null }, null, null],
  ] as [string, Partial<Standing>, string | null, string | null][])('%s', (_words, one, who, how) => {
    expect(of(one)).toEqual({ representativeId: who, how })
  })
  test.each([
    ['the only owner whom the certificate names', { members: [adult('a')], owners: 1 }, 'a', 'only'],
    ['nobody until it is known how many it names', { members: [adult('a')], owners: null }, null, null],
    ['nobody where others are named and not yet here', { members: [adult('a')], owners: 2 }, null, null],
    ['no owner who is under age', { members: [child('a')], owners: 1 }, null, null],
    [
      'no only owner any more where another comes',
      { representativeId: 'a', how: 'only', owners: 1 },
      null,
      'left',
    ],
    ['whom they agreed on', { representativeId: 'a', how: 'agreed' }, 'a', 'agreed'],
  ] as [string, Partial<Standing>, string | null, string | null][])(
    'of a unit: %s',
    (_words, one, who, how) => {
      expect(settled({ ...unit, ...one }, NOW)).toEqual({ representativeId: who, how })
    },
  )
  test('is always a member of age or nobody, and settling again changes nothing', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd')
    const arbitrary = fc.record({
      purpose: fc.constantFrom('household' as const, 'unit' as const),
      members: fc.uniqueArray(
        fc.record({ personId: person, adultAt: fc.constantFrom(null, NOW - 1, NOW, NOW + 1) }),
        { selector: ({ personId }) => personId },
      ),
      headId: fc.option(person),
      representativeId: fc.option(person),
      how: fc.constantFrom('head' as const, 'only' as const, 'agreed' as const, 'worker' as const),
      owners: fc.option(fc.integer({ min: 1, max: 4 })),
    })
    fc.assert(
      fc.property(arbitrary, (one) => {
        const first = settled(one, NOW)
        const who = one.members.find(({ personId }) => personId === first.representativeId)
        expect(first.representativeId === null || (who !== undefined && isAdult(who, NOW))).toBe(true)
        expect(settled({ ...one, ...first }, NOW)).toEqual(first)
      }),
    )
  })
})

describe('换户代表：本户 ≥18 周岁成员申请，户主确认（《领域规格》 §2.6）', () => {
  const asked = { ...household, by: 'wife', to: 'wife', pending: false }
  test.each([
    ['may be proposed', {}, null],
    ['not by a minor', { by: 'son' }, 'underAge'],
    ['not by who is gone', { by: 'gone' }, 'underAge'],
    ['no minor', { to: 'son' }, 'minor'],
    ['nobody who moved out', { to: 'gone' }, 'movedOut'],
    ['not who is it already', { to: 'head' }, 'alreadyIs'],
    ['not two at once', { pending: true }, 'pendingOther'],
    ['not where nobody else could agree', { members: [wife, son], headId: null }, 'nobodyElse'],
  ] as [string, Partial<typeof asked>, string | null][])('%s', (_words, one, obstacle) => {
    expect(obstacleToPropose({ ...asked, ...one }, NOW)).toBe(obstacle)
  })
  test('the head’s word it takes; where the head asks, any other adult’s', () => {
    expect(whoAgrees({ ...household, by: 'wife' }, NOW)).toEqual({ ids: ['head'], needed: 1 })
    expect(whoAgrees({ ...household, by: 'head' }, NOW)).toEqual({ ids: ['wife'], needed: 1 })
    const agree = (me: string, by = 'wife', answered: string[] = []) =>
      obstacleToAgree({ ...household, me, by, answered }, NOW)
    expect([agree('head'), agree('wife'), agree('son'), agree('gone')]).toEqual([
      null,
      'ownProposal',
      'minor',
      'minor',
    ])
    const four = { ...household, members: [head, wife, son, adult('aunt')] }
    expect(obstacleToAgree({ ...four, me: 'aunt', by: 'wife', answered: [] }, NOW)).toBe('headDecides')
    expect(agree('head', 'wife', ['head'])).toBe('answered')
  })
})

describe('共有人推定代表（《领域规格》 §2.6）', () => {
  const asked = { ...unit, by: 'a', to: 'b', pending: false }
  test('only when all whom the certificate names are here', () => {
    expect(obstacleToPropose(asked, NOW)).toBeNull()
    expect(obstacleToPropose({ ...asked, owners: 4 }, NOW)).toBe('ownersMissing')
    expect(obstacleToPropose({ ...asked, owners: null }, NOW)).toBe('ownersMissing')
  })
  test('every other owner agrees; who came or left meanwhile is reckoned with', () => {
    const of = (members: Standing['members'], answered: string[]) =>
      agreementOf({ ...unit, members, by: 'a', answered }, NOW)
    expect(of(unit.members, ['b'])).toEqual({ agreed: 1, needed: 2, done: false })
    expect(of(unit.members, ['b', 'c'])).toEqual({ agreed: 2, needed: 2, done: true })
    expect(of([...unit.members, adult('d')], ['b', 'c']).done).toBe(false)
    expect(of([adult('a')], []).done).toBe(false)
  })
})
