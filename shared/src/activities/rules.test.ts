import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atShanghai, DAY, HOUR } from '../time.ts'
import { Status } from './contract.ts'
import { Residency } from './detail-contract.ts'
import { limitRefusals } from './refusals.ts'
import { cancelSignup, signUp } from './signup-contract.ts'
import { cancelActivity, editActivity, publishActivity } from './staff-contract.ts'
import { phaseOf } from './phase.ts'
import {
  isEligible,
  obstacleToCancelSignup,
  obstacleToDraft,
  obstacleToEdit,
  obstacleToPublish,
  obstacleToSignUp,
} from './rules.ts'

const now = atShanghai(2026, 12, 1, 10)
const times = { startsAt: now + 2 * HOUR, endsAt: now + 4 * HOUR, signupClosesAt: now + HOUR }
const noQueue = { offered: 0, offersUntil: null, waiting: 0 }
const activity = { ...times, status: 'published' as const, capacity: 2, confirmed: 0, ...noQueue }
const free = { signedUp: false, eligible: true }

const status = fc.constantFrom(...Status.options)
const near = fc.integer({ min: now - 40 * DAY, max: now + 400 * DAY })
const someTimes = fc.record({ startsAt: near, endsAt: near, signupClosesAt: near })
/** What stands against one participant. */
const ofOne = [
  'realNameNeeded',
  'tooYoung',
  'tooOld',
  'wrongGender',
  'factsUnknown',
  'undeclared',
  'guardianActs',
  'guardianFirst',
]
/** What can stand in the database. */
const stored = fc
  .record({
    start: near,
    length: fc.integer({ min: 1, max: 30 * DAY }),
    closing: fc.integer({ min: 0, max: 30 * DAY }),
  })
  .chain(({ start, length, closing }) =>
    fc.record({
      status,
      startsAt: fc.constant(start),
      endsAt: fc.constant(start + length),
      signupClosesAt: fc.constant(start - closing),
      capacity: fc.integer({ min: 1, max: 5 }),
      confirmed: fc.nat(5),
      offered: fc.nat(2),
      offersUntil: fc.constant<number | null>(null),
      waiting: fc.nat(2),
      waitlistCapacity: fc.constantFrom(null, 0, 2, 4),
    }),
  )
  .filter(
    ({ confirmed, offered, capacity, ...a }) =>
      confirmed + offered <= capacity && (a.status !== 'draft' || confirmed + offered + a.waiting === 0),
  )
  .map((a) => ({ ...a, offersUntil: a.offered > 0 ? a.startsAt : null }))
const person = fc.record({ signedUp: fc.boolean(), eligible: fc.boolean() })

test('signing up is refused for one reason at a time, the nearest first', () => {
  expect(obstacleToSignUp(activity, free, now)).toBeNull()
  expect(obstacleToSignUp({ ...activity, status: 'cancelled' }, free, now)).toBe('cancelled')
  expect(obstacleToSignUp({ ...activity, confirmed: 2 }, { ...free, signedUp: true }, now)).toBe(
    'alreadySignedUp',
  )
  expect(obstacleToSignUp(activity, free, times.signupClosesAt)).toBe('closed')
  expect(obstacleToSignUp(activity, { ...free, eligible: false }, now)).toBe('notEligible')
  expect(obstacleToSignUp({ ...activity, confirmed: 2 }, free, now)).toBe('full')
  const waits = { ...activity, confirmed: 2, waiting: 1, waitlistCapacity: 2 }
  expect(obstacleToSignUp(waits, free, now)).toBeNull()
  expect(obstacleToSignUp({ ...waits, waiting: 2 }, free, now)).toBe('waitlistFull')
})

test('the button is alive exactly while the activity is open, or its waiting list, for those who may come and are not yet on the list', () => {
  fc.assert(
    fc.property(stored, person, near, (a, p, at) => {
      const may = ['open', 'waitlist'].includes(phaseOf(a, at)) && p.eligible && !p.signedUp
      expect(obstacleToSignUp(a, p, at) === null).toBe(may)
    }),
    { numRuns: 1000 },
  )
})

test('a place is given back until the start, and only by who has one', () => {
  expect(obstacleToCancelSignup(activity, { signedUp: true }, times.startsAt - 1)).toBeNull()
  expect(obstacleToCancelSignup(activity, { signedUp: true }, times.startsAt)).toBe('started')
  expect(obstacleToCancelSignup(activity, { signedUp: false }, now)).toBe('notSignedUp')
})

test.each([
  ['none', [], true],
  ['none', ['321203001001'], true],
  ['community', [], false],
  ['community', ['321202001002'], true],
  ['community', ['321202001204'], false],
  ['community', ['321283100201', '321202001002'], true],
  ['town', ['321202001204'], true],
  ['town', ['321202002002'], false],
  ['town', ['321203001002'], false],
] as const)(
  'residency %s of 321202001002 asked of a resident of %j: %s',
  (required, residentOf, eligible) => {
    expect(isEligible(required, '321202001002', residentOf)).toBe(eligible)
  },
)

test('who is a resident of the community is one of its town, and both may come where all may', () => {
  const code = fc.constantFrom('321202001002', '321202001204', '321202002002', '321203001002')
  fc.assert(
    fc.property(code, fc.array(code, { maxLength: 3 }), (community, homes) => {
      const [none, town, own] = Residency.options.map((required) => isEligible(required, community, homes))
      expect(none).toBe(true)
      expect(town || !own).toBe(true)
    }),
  )
})

test('what may be published is open at that moment', () => {
  fc.assert(
    fc.property(someTimes, near, (t, at) => {
      if (obstacleToPublish(t, at) !== null) return
      expect(phaseOf({ ...t, status: 'published', capacity: 1, confirmed: 0, ...noQueue }, at)).toBe('open')
      expect(obstacleToDraft(t)).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

const facts = { ...times, capacity: 2 }
test.each([
  ['nothing changed', activity, facts, now, null],
  [
    'a draft with past times',
    { ...activity, status: 'draft' },
    { ...facts, startsAt: now - DAY, signupClosesAt: now - DAY },
    now,
    null,
  ],
  [
    'a draft that ends before it starts',
    { ...activity, status: 'draft' },
    { ...facts, endsAt: now },
    now,
    'endsBeforeStart',
  ],
  ['cancelled', { ...activity, status: 'cancelled' }, facts, now, 'cancelled'],
  ['over', activity, facts, times.endsAt, 'ended'],
  [
    'fewer places than people',
    { ...activity, confirmed: 2 },
    { ...facts, capacity: 1 },
    now,
    'capacityBelowConfirmed',
  ],
  [
    'fewer places than people and open offers',
    { ...activity, confirmed: 1, offered: 1 },
    { ...facts, capacity: 1 },
    now,
    'capacityBelowConfirmed',
  ],
  ['as many places as people', { ...activity, confirmed: 2 }, facts, now, null],
  [
    'moved into the past',
    activity,
    { ...facts, startsAt: now - 1, signupClosesAt: now - 1 },
    now,
    'startsInPast',
  ],
  [
    'moved too far',
    activity,
    { ...facts, startsAt: now + 400 * DAY, endsAt: now + 401 * DAY },
    now,
    'tooFar',
  ],
  ['sign-up already closed, left so', activity, { ...facts, capacity: 3 }, times.signupClosesAt, null],
  [
    'sign-up already closed, start moved on',
    activity,
    { ...facts, startsAt: now + 3 * HOUR },
    times.signupClosesAt,
    null,
  ],
  [
    'sign-up already closed, start moved back',
    activity,
    { ...facts, startsAt: now + HOUR },
    times.signupClosesAt,
    'startsInPast',
  ],
  [
    'sign-up already closed, start moved too far',
    activity,
    { ...facts, startsAt: now + 400 * DAY, endsAt: now + 401 * DAY },
    times.signupClosesAt,
    'tooFar',
  ],
  [
    'sign-up opened again',
    activity,
    { ...facts, signupClosesAt: times.startsAt },
    times.signupClosesAt,
    null,
  ],
  ['sign-up closed by hand', activity, { ...facts, signupClosesAt: now }, now, 'signupClosesPast'],
  ['running, made longer', activity, { ...facts, endsAt: times.endsAt + HOUR }, times.startsAt, null],
  [
    'running, made too long',
    activity,
    { ...facts, endsAt: times.startsAt + 31 * DAY },
    times.startsAt,
    'lasts',
  ],
  [
    'running, ended in the past',
    activity,
    { ...facts, endsAt: times.startsAt + 1 },
    times.startsAt + 1,
    'endsInPast',
  ],
  [
    'running, start moved back',
    activity,
    { ...facts, startsAt: times.startsAt - 1 },
    times.startsAt,
    'startsInPast',
  ],
] as const)('an edit: %s', (_name, a, f, at, obstacle) => {
  expect(obstacleToEdit(a, f, at)).toBe(obstacle)
})

test('after any edit that is let through the times are in order, nobody lost a place, and the list finds it', () => {
  fc.assert(
    fc.property(
      stored,
      someTimes,
      fc.integer({ min: 1, max: 5 }),
      near,
      fc.boolean(),
      (a, t, capacity, at, keepStart) => {
        const f = { ...t, ...(keepStart && { startsAt: a.startsAt }), capacity }
        if (obstacleToEdit(a, f, at) !== null) return
        expect(f.signupClosesAt).toBeLessThanOrEqual(f.startsAt)
        expect(f.startsAt).toBeLessThan(f.endsAt)
        // Lists look for what has not ended among what began at most 30 days ago.
        expect(f.endsAt - f.startsAt).toBeLessThanOrEqual(30 * DAY)
        expect(f.capacity).toBeGreaterThanOrEqual(a.confirmed + a.offered)
        expect(a.status === 'draft' || f.endsAt > at).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})

test('every obstacle is a refusal that its command names', () => {
  const none = () => new Set<string>()
  const seen = { signUp: none(), cancel: none(), publish: none(), edit: none() }
  const note = (set: Set<string>, obstacle: string | null) => void (obstacle && set.add(obstacle))
  fc.assert(
    fc.property(stored, person, someTimes, near, fc.integer({ min: 1, max: 5 }), (a, p, t, at, capacity) => {
      note(seen.signUp, obstacleToSignUp(a, p, at))
      note(seen.cancel, obstacleToCancelSignup(a, p, at))
      note(seen.publish, obstacleToPublish(t, at))
      note(seen.edit, obstacleToEdit(a, { ...t, capacity }, at))
      note(seen.edit, obstacleToEdit(a, { ...t, startsAt: a.startsAt, capacity }, at))
    }),
    { numRuns: 5000 },
  )
  const named = (refusals: object, ...others: string[]) =>
    new Set(Object.keys(refusals).filter((code) => !others.includes(code)))
  // What is asked of a participant is in eligibility.ts, who they are in the store; limit-rules.ts has its own tests.
  const asked = [...ofOne, 'notOfHousehold', 'householdFull']
  const limited = [...Object.keys(limitRefusals), 'reliefPicture']
  expect(seen.signUp).toEqual(named(signUp.refusals, ...asked))
  expect(seen.cancel).toEqual(named(cancelSignup.refusals, 'childrenFirst'))
  expect(seen.publish).toEqual(named(publishActivity.refusals, 'stale', 'notADraft', 'inReview', ...limited))
  expect(seen.edit).toEqual(
    named(editActivity.refusals, 'stale', 'posterGone', 'posterAltMissing', 'reasonMissing', ...limited),
  )
  expect(named(cancelActivity.refusals)).toEqual(new Set(['ended', 'cancelled', 'notPublished']))
})
