import { randomUUID } from 'node:crypto'
import { checkInByCode, checkInHere } from '@tmt/shared/activities/checkin-contract.ts'
import {
  checkinRoster,
  type CheckinEntry,
  excuse,
  recordCheckins,
  undoCheckin,
} from '@tmt/shared/activities/checkin-staff-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { auditEntries } from '../platform/tables.ts'
import { everythingIn } from '../testing/everything.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { crowd, type Somebody, somebody } from '../testing/somebody.ts'
import { standingOf } from './standing-store.ts'
import { attendances } from './tables.ts'
import { aWorker, begun, deskOf, join, placeOf, wasThere } from './testing/checkin.ts'

let house: TestHouse
let worker: Somebody
let colleague: Somebody
let me: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await aWorker(house)
  colleague = await aWorker(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  me = await somebody(house)
})
const byCode = async (id: string, code: string, who = me) => {
  const { signupId } = await placeOf(house, id, who)
  const reply = await house.ask(checkInByCode, { id, signupId, code }, { token: who.token })
  return reply.status === 200 ? 'done' : reply.problem.code
}
const record = (id: string, entries: CheckinEntry[], who = worker) =>
  house.ask(recordCheckins, { id, entries }, { token: who.token })
const outcomes = async (id: string, entries: CheckinEntry[], who = worker) =>
  (await record(id, entries, who)).body.answers.map(({ outcome }) => outcome)
const scan = (code: string, at = house.clock.now): CheckinEntry => ({
  id: randomUUID(),
  how: 'scan',
  code,
  at,
})
const tick = (signupId: string, at = house.clock.now): CheckinEntry => ({
  id: randomUUID(),
  how: 'hand',
  signupId,
  at,
})
const rowsOf = (id: string) =>
  house.store.read.select().from(attendances).where(eq(attendances.activityId, id))

test('the code on the screen, scanned or typed, and once is enough', async () => {
  const id = await begun(house, { who: me })
  const { codes } = await deskOf(house, id, worker)
  expect(await byCode(id, codes.items[0]!.token)).toBe('done')
  const first = await placeOf(house, id, me)
  expect(first.attended).toEqual({ how: 'code', at: house.clock.now })
  house.clock.now += 1
  expect(await byCode(id, codes.items[0]!.digits)).toBe('done')
  expect((await placeOf(house, id, me)).attended).toEqual(first.attended)
  expect(await rowsOf(id)).toHaveLength(1)
  expect((await deskOf(house, id, worker)).attended).toBe(1)
})

test('a photograph sent to a friend is good for the slot after it, and then no more', async () => {
  const slots: [number, string][] = []
  for (const seconds of [0, 59, 60, 600]) {
    const id = await begun(house, { who: me })
    // The beginning of a slot, so that seconds tell slots.
    house.clock.now = Math.ceil(house.clock.now / 30_000) * 30_000
    const { codes } = await deskOf(house, id, worker)
    house.clock.now += seconds * 1000
    slots.push([seconds, await byCode(id, codes.items[0]!.token)])
    if (seconds === 60) slots.push([seconds, await byCode(id, codes.items[0]!.digits)])
  }
  expect(slots).toEqual([
    [0, 'done'],
    [59, 'done'],
    [60, 'expiredCode'],
    [60, 'expiredCode'],
    [600, 'expiredCode'],
  ])
})

test('the screen goes on by itself: each later code is good in its time', async () => {
  const id = await begun(house, { who: me })
  const { codes } = await deskOf(house, id, worker)
  house.clock.now = codes.from + 10 * 30_000
  expect(await byCode(id, codes.items[10]!.token)).toBe('done')
})

test.each([
  [-1, 'tooEarly'],
  [0, 'done'],
  [150 * MINUTE - 1, 'done'],
  [150 * MINUTE, 'tooLate'],
])('%i ms after the window opened: %s', async (after, expected) => {
  const id = await begun(house, { who: me, minutes: -31 })
  house.clock.now += MINUTE + after
  const { codes } = await deskOf(house, id, worker)
  expect(await byCode(id, codes.items[0]!.digits)).toBe(expected)
})

test('nobody checks in for somebody else, nor who is not confirmed', async () => {
  const id = await begun(house, { who: me })
  const { codes } = await deskOf(house, id, worker)
  const { signupId } = await placeOf(house, id, me)
  const friend = await somebody(house)
  const input = { id, signupId, code: codes.items[0]!.digits }
  const { problem } = await house.ask(checkInByCode, input, { token: friend.token })
  expect(problem.code).toBe('notConfirmed')
  expect(await rowsOf(id)).toEqual([])
})

test('guessing ends after ten tries, also for the right code, and begins anew after ten minutes', async () => {
  const id = await begun(house, { who: me })
  const { codes } = await deskOf(house, id, worker)
  const right = codes.items[0]!.digits
  const wrong = right === '000000' ? '000001' : '000000'
  for (let i = 0; i < 10; i += 1) expect(await byCode(id, wrong)).toBe('wrongCode')
  expect(await byCode(id, right)).toBe('tooManyTries')
  house.clock.now += 10 * MINUTE
  expect(await byCode(id, (await deskOf(house, id, worker)).codes.items[0]!.digits)).toBe('done')
})

test('near is enough, and where it was is written nowhere', async () => {
  const id = await begun(house, { who: me })
  const { signupId } = await placeOf(house, id, me)
  const position = { lat: 32.456_111, lng: 119.923_111 }
  const { body } = await house.ask(checkInHere, { id, signupId, position }, { token: me.token })
  expect(body).toEqual({ how: 'geo', at: house.clock.now })
  const { text } = await everythingIn(house)
  expect(text).not.toContain('32.456111')
  expect(text).not.toContain('119.923111')
})

test('a worker scans or types what a resident shows, and ticks who shows nothing', async () => {
  const [a, b, c] = await crowd(house, 3)
  const id = await begun(house)
  for (const one of [a!, b!, c!]) await join(house, id, one)
  const [pa, pb, pc] = [
    await placeOf(house, id, a!),
    await placeOf(house, id, b!),
    await placeOf(house, id, c!),
  ]
  const entries = [scan(pa.codes.items[0]!.token), scan(pb.codes.items[0]!.digits), tick(pc.signupId)]
  const { body } = await record(id, entries)
  expect(body.attended).toBe(3)
  expect(body.answers.map(({ outcome, signupId }) => [outcome, signupId])).toEqual([
    ['done', pa.signupId],
    ['done', pb.signupId],
    ['done', pc.signupId],
  ])
  const rows = await rowsOf(id)
  expect(new Set(rows.map(({ recordedBy }) => recordedBy))).toEqual(new Set([worker.id]))
  const shown = await house.ask(checkinRoster, { id }, { token: worker.token })
  expect(shown.body.items.map(({ attended }) => attended?.how)).toEqual(['scan', 'scan', 'hand'])
  expect(shown.body.items[1]!.tag).toBe(pb.codes.items[0]!.digits.slice(0, 5))
})

test('two phones without network saw the same person: one attendance, and both are told', async () => {
  const id = await begun(house, { who: me })
  const place = await placeOf(house, id, me)
  const [one, other] = [scan(place.codes.items[0]!.token), tick(place.signupId, house.clock.now + 20_000)]
  // Hours later, when there is network.
  house.clock.now += 5 * HOUR
  const said = await Promise.all([outcomes(id, [one]), outcomes(id, [other], colleague)])
  expect(said.flat().toSorted()).toEqual(['already', 'done'])
  expect(await rowsOf(id)).toHaveLength(1)
  const before = await rowsOf(id)
  // And once more, since an answer was lost.
  expect(await outcomes(id, [one, other])).toEqual(['already', 'already'])
  expect(await rowsOf(id)).toEqual(before)
})

test('what can’t be taken is refused one by one, and takes nothing with it', async () => {
  const people = await crowd(house, 3)
  const id = await begun(house)
  for (const one of people) await join(house, id, one)
  const [a, b, c] = await Promise.all(people.map((one) => placeOf(house, id, one)))
  const elsewhere = await begun(house, { who: me })
  const theirs = await placeOf(house, elsewhere, me)
  const { now } = house.clock
  const entries = [
    tick(a!.signupId, now - 2 * HOUR),
    tick(a!.signupId, now + 3 * HOUR),
    tick(a!.signupId, now),
    tick(a!.signupId, now + 1),
    tick(randomUUID(), now),
    scan(theirs.codes.items[0]!.token),
    scan(b!.codes.items[0]!.token.slice(0, -2) + (b!.codes.items[0]!.token.endsWith('AA') ? 'BB' : 'AA')),
    scan(b!.codes.items[0]!.token, now + 10 * MINUTE),
    scan(c!.codes.items[0]!.digits, now + 10 * MINUTE),
    scan('00000000'),
  ]
  house.clock.now += HOUR
  expect(await outcomes(id, entries)).toEqual([
    'tooEarly',
    'future',
    'done',
    'already',
    'unknown',
    'otherActivity',
    'wrongCode',
    'expiredCode',
    'expiredCode',
    'wrongCode',
  ])
  expect(await rowsOf(id)).toHaveLength(1)
})

test('five hundred in one go, twice, from two phones at once', async () => {
  const people = await crowd(house, 500)
  const id = await begun(house, { capacity: 500 })
  for (const one of people) await join(house, id, one)
  const ids: string[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const asked = { id, ...(cursor && { cursor }) }
    const { body } = await house.ask(checkinRoster, asked, { token: worker.token })
    ids.push(...body.items.map(({ signupId }) => signupId))
    cursor = body.next
  }
  expect(ids).toHaveLength(500)
  const ticks = ids.map((signupId) => tick(signupId))
  const said = await Promise.all([
    outcomes(id, ticks),
    outcomes(
      id,
      ticks.toReversed().map((entry) => ({ ...entry, id: randomUUID() })),
      colleague,
    ),
  ])
  expect(said.flat().filter((outcome) => outcome === 'done')).toHaveLength(500)
  expect(await rowsOf(id)).toHaveLength(500)
})

test('a mistake is taken back with its reason, and no phone brings it back by itself', async () => {
  const id = await begun(house, { who: me })
  const { signupId } = await placeOf(house, id, me)
  const kept = tick(signupId)
  expect(await outcomes(id, [kept])).toEqual(['done'])
  house.clock.now += MINUTE
  await house.ask(undoCheckin, { id, signupId, reason: '签错了人' }, { token: colleague.token })
  expect((await placeOf(house, id, me)).attended).toBeNull()
  expect(await outcomes(id, [kept])).toEqual(['undone'])
  const noted = await house.store.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'activities.undoCheckin'))
  expect(noted.at(-1)).toMatchObject({ actorId: colleague.id, details: { signupId, reason: '签错了人' } })
  house.clock.now += MINUTE
  expect(await outcomes(id, [tick(signupId)])).toEqual(['done'])
})

test('who did not come twice gets a hint, three times a word at the counter; an excuse takes one away', async () => {
  const friend = await somebody(house)
  const standing = () => standingOf(house.store.read, me.id, house.clock.now)
  const places: { id: string; signupId: string }[] = []
  const missed = async () => {
    const id = await begun(house, { who: me })
    await join(house, id, friend)
    await wasThere(house, id, friend)
    places.push({ id, signupId: (await placeOf(house, id, me)).signupId })
    house.clock.now += 2 * HOUR
  }
  // Where nobody was checked in nobody was missed.
  await begun(house, { who: me })
  house.clock.now += 2 * HOUR
  await missed()
  expect(await standing()).toBe('good')
  await missed()
  expect(await standing()).toBe('hint')
  await missed()
  expect(await standing()).toBe('confirm')
  await house.ask(excuse, { ...places[0]!, reason: '住院了' }, { token: worker.token })
  expect(await standing()).toBe('hint')
  expect(await standingOf(house.store.read, friend.id, house.clock.now)).toBe('good')
})
