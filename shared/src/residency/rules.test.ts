import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atShanghai, DAY, HOUR, startOfDay } from '../time.ts'
import { Evidence, Kind, Reason, Status } from './contract.ts'
import { evidenceLabels, kindLabels, reasonLabels, statusLabels } from './labels.ts'
import {
  type Action,
  actionOf,
  CONFIRM_AHEAD,
  confirmByAfter,
  conflictOf,
  doorKey,
  dueOf,
  isResident,
  next,
  obstacleToConfirm,
  obstacleToDecide,
  obstacleToDecision,
  obstacleToFacts,
  reasonsFor,
  transitions,
} from './rules.ts'
import { Outcome } from './staff-contract.ts'

const actions = Object.keys(transitions) as Action[]
const status = fc.constantFrom(...Status.options)
const action = fc.constantFrom(...actions)

describe('the machine', () => {
  test.each([
    ['draft', 'submit', 'pending'],
    ['pending', 'verify', 'verified'],
    ['pending', 'needMore', 'needMore'],
    ['pending', 'reject', 'rejected'],
    ['pending', 'withdraw', 'draft'],
    ['needMore', 'submit', 'pending'],
    ['rejected', 'submit', 'pending'],
    ['verified', 'confirm', 'verified'],
    ['verified', 'expire', 'expired'],
    ['verified', 'moveOut', 'movedOut'],
    ['verified', 'revoke', 'revoked'],
    ['expired', 'submit', 'pending'],
    ['expired', 'moveOut', 'movedOut'],
    ['movedOut', 'submit', 'pending'],
    ['draft', 'verify', null],
    ['verified', 'submit', null],
    ['verified', 'withdraw', null],
    ['rejected', 'verify', null],
    ['needMore', 'verify', null],
    ['expired', 'confirm', null],
    ['movedOut', 'revoke', null],
  ] as const)('%s, %s: %s', (from, by, to) => expect(next(from, by)).toBe(to))

  test('nobody is verified but from waiting, or by confirming what is verified', () => {
    fc.assert(
      fc.property(status, action, (from, by) => {
        if (next(from, by) !== 'verified') return
        expect([by, from]).toEqual(from === 'verified' ? ['confirm', 'verified'] : ['verify', 'pending'])
      }),
    )
  })

  test('however it goes on, whoever is verified was waited for and looked at', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (tried) => {
        const way: Action[] = []
        let now: Status = 'draft'
        for (const by of tried) {
          const to: Status | null = next(now, by)
          if (to === null) continue
          now = to
          way.push(by)
        }
        if (now !== 'verified') return
        const last = way.findLastIndex((by) => by !== 'confirm')
        expect([way[last], way[last - 1]]).toEqual(['verify', 'submit'])
      }),
    )
  })

  test('no status is a dead end for the person', () => {
    const own: Action[] = ['save', 'submit', 'withdraw', 'confirm', 'moveOut']
    for (const from of Status.options) expect(own.some((by) => next(from, by) !== null)).toBe(true)
  })

  test('each answer of a verifier is a step from waiting', () => {
    for (const outcome of Outcome.options) expect(next('pending', actionOf[outcome])).toBe(outcome)
  })
})

describe('doors', () => {
  test.each(['2单元301室', '2-301', '２－３０１', ' 2 单元 301 ', '2单元301', '2#301号'])('%s', (door) =>
    expect(doorKey(door)).toBe('2-301'),
  )
  test('different doors stay different', () => {
    const keys = ['2单元301室', '23单元01室', '2单元302室', '1单元301室', '301室', '甲301室', '12号', '1-2号']
    expect(new Set(keys.map(doorKey)).size).toBe(keys.length)
  })
  test('writing a key again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (door) => doorKey(doorKey(door)) === doorKey(door)),
      { examples: [['ῒ']] },
    )
  })
  test('unit and room are kept apart, whichever they are and however they are joined', () => {
    const n = fc.integer({ min: 1, max: 9999 })
    const join = fc.constantFrom('单元', '-', ' ', '－', '#', '/')
    fc.assert(
      fc.property(n, n, join, join, (unit, room, a, b) => {
        expect(doorKey(`${unit}${a}${room}室`)).toBe(doorKey(`${unit}${b}${room}`))
        if (unit !== room) expect(doorKey(`${unit}-${room}`)).not.toBe(doorKey(`${room}-${unit}`))
      }),
    )
  })
})

describe('a year', () => {
  test.each([
    ['an ordinary day', atShanghai(2026, 12, 1, 10), atShanghai(2027, 12, 2)],
    ['the last of a year', atShanghai(2026, 12, 31, 23, 59), atShanghai(2028, 1, 1)],
    ['29 February', atShanghai(2028, 2, 29, 8), atShanghai(2029, 3, 1)],
    ['28 February before a leap year', atShanghai(2027, 2, 28, 8), atShanghai(2028, 2, 29)],
  ])('from %s', (_name, from, end) => expect(confirmByAfter(from)).toBe(end))

  test('lasts 365 or 366 days and what is left of the first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: atShanghai(2200, 1, 1) }), (from) => {
        const days = (confirmByAfter(from) - startOfDay(from)) / DAY
        expect([366, 367]).toContain(days)
      }),
    )
  })

  const at = atShanghai(2027, 12, 2)
  const verified = { status: 'verified' as const, confirmBy: at }
  test.each([
    ['tooEarly', at - CONFIRM_AHEAD - 1],
    [null, at - CONFIRM_AHEAD],
    [null, at - 1],
    ['lapsed', at],
  ])('%s', (obstacle, now) => expect(obstacleToConfirm(verified, now)).toBe(obstacle))
  test('only what is verified can be confirmed', () => {
    for (const one of Status.options) {
      const expected = one === 'verified' ? null : one === 'expired' ? 'lapsed' : 'notVerified'
      expect(obstacleToConfirm({ status: one, confirmBy: at }, at - HOUR)).toBe(expected)
    }
  })
})

describe('who decides', () => {
  const yes = { self: false, declared: true, related: false }
  test('never the person, never who declared nothing, never a relative', () => {
    expect(conflictOf(yes)).toBeNull()
    expect(conflictOf({ ...yes, self: true, declared: false })).toBe('ownClaim')
    expect(conflictOf({ ...yes, declared: false, related: true })).toBe('declareFirst')
    expect(conflictOf({ ...yes, related: true })).toBe('relative')
  })
  test('one of the eight kinds of verifier alone may', () => {
    const free = [true, false].flatMap((self) =>
      [true, false].flatMap((declared) =>
        [true, false].filter((related) => conflictOf({ self, declared, related }) === null),
      ),
    )
    expect(free).toHaveLength(1)
  })
  test('each answer says why', () => {
    expect(obstacleToDecision({ outcome: 'verified' })).toBe('evidenceNeeded')
    expect(obstacleToDecision({ outcome: 'verified', evidence: 'lease' })).toBeNull()
    expect(obstacleToDecision({ outcome: 'rejected' })).toBe('reasonNeeded')
    expect(obstacleToDecision({ outcome: 'needMore', reason: 'other', note: '  ' })).toBe('noteNeeded')
    expect(obstacleToDecision({ outcome: 'needMore', reason: 'other', note: '请带合同' })).toBeNull()
  })
  test('what no longer waits says what became of it', () => {
    expect(Status.options.map((one) => [one, obstacleToDecide(one)])).toEqual(
      Status.options.map((one) => [
        one,
        one === 'pending' ? null : one === 'draft' ? 'withdrawn' : 'decided',
      ]),
    )
  })
  test('every reason is offered somewhere, and 其他 everywhere, at the end', () => {
    const lists = Object.values(reasonsFor)
    expect(new Set(lists.flat())).toEqual(new Set(Reason.options))
    expect(lists.map((list) => list.at(-1))).toEqual(['other', 'other', 'other'])
  })
})

test('owners and those who work there are no residents', () => {
  expect(Kind.options.filter(isResident)).toEqual(['hukouAndLive', 'hukouOnly', 'liveOnly'])
})
test('nobody lives somewhere from tomorrow on', () => {
  const now = atShanghai(2026, 12, 1, 10)
  const facts = { since: startOfDay(now), kind: 'liveOnly', evidence: 'lease', certTail: null } as const
  expect(obstacleToFacts(facts, now)).toBeNull()
  expect(obstacleToFacts({ ...facts, since: facts.since + DAY }, now)).toBe('sinceLater')
})
test('who owns by a certificate gives its last digits; who owns by a contract, or lives there, does not', () => {
  const of = (kind: Kind, evidence: Evidence, certTail: string | null) =>
    obstacleToFacts({ since: 0, kind, evidence, certTail }, 1)
  expect(of('ownerOnly', 'propertyCert', null)).toBe('certNeeded')
  expect(of('ownerOnly', 'propertyCert', '0123')).toBeNull()
  expect(of('ownerOnly', 'saleContract', null)).toBeNull()
  expect(of('hukouAndLive', 'propertyCert', null)).toBeNull()
})
test('what wants something from the person: more to say, a year that is over, or one that ends', () => {
  const now = atShanghai(2026, 12, 1)
  const of = (status: Status, confirmBy: number | null = null) => dueOf({ status, confirmBy }, now)
  expect(Status.options.map((status) => of(status))).toEqual([
    null,
    null,
    'needMore',
    null,
    null,
    'expired',
    null,
    null,
  ])
  expect([
    of('verified', now + CONFIRM_AHEAD + 1),
    of('verified', now + CONFIRM_AHEAD),
    of('verified', now + 1),
    of('verified', now),
  ]).toEqual([null, 'ending', 'ending', null])
})
test('every value has its word', () => {
  const pairs = [
    [kindLabels, Kind],
    [evidenceLabels, Evidence],
    [statusLabels, Status],
    [reasonLabels, Reason],
  ] as const
  for (const [labels, values] of pairs) {
    expect(Object.keys(labels).toSorted()).toEqual([...values.options].toSorted())
    for (const label of Object.values(labels)) expect(label).toMatch(/^[\u4e00-\u9fff，（）]+$/)
  }
})
