import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import { cancelSignup, mySignup, mySignups, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { cancelActivity } from '@tmt/shared/activities/staff-contract.ts'
import { HOUR, MINUTE } from '@tmt/shared/time.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'
import { countsOf, post } from './testing/activity.ts'

const CHENGDONG = '321202001000'
let house: TestHouse
let worker: Somebody
let me: Somebody
beforeAll(async () => {
  house = await openHouse()
  worker = await somebody(house, [{ role: 'worker', division: DONGAN }])
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.now += MINUTE
  me = await somebody(house)
})
const join = (id: string, who = me, key?: string) =>
  house.ask(signUp, { id }, { token: who.token, ...(key && { key }) })
const leave = (id: string, who = me) => house.ask(cancelSignup, { id }, { token: who.token })
const mine = async (id: string) => (await house.ask(mySignup, { id }, { token: me.token })).body.signup
const codeOf = (reply: { status: number; problem: { code: string } }) => [reply.status, reply.problem.code]

test('on the list, off the list, and on it again', async () => {
  const id = await post(house)
  expect(await mine(id)).toBeNull()
  const first = house.clock.now
  expect((await join(id)).body).toMatchObject({ activityId: id, status: 'confirmed', at: first })
  expect(await mine(id)).toMatchObject({ activityId: id, status: 'confirmed', at: first })
  expect(codeOf(await join(id))).toEqual([409, 'alreadySignedUp'])

  house.clock.now += MINUTE
  expect((await leave(id)).body).toMatchObject({ status: 'cancelledByUser' })
  expect(await mine(id)).toMatchObject({ status: 'cancelledByUser' })
  expect(codeOf(await leave(id))).toEqual([409, 'notSignedUp'])
  expect(await countsOf(house, id)).toMatchObject({
    confirmed: 0,
    rows: { confirmed: 0, cancelledByUser: 1 },
  })

  house.clock.now += MINUTE
  await join(id)
  // Whoever comes back queues up anew.
  expect(await mine(id)).toMatchObject({ activityId: id, status: 'confirmed', at: house.clock.now })
  expect(await countsOf(house, id)).toMatchObject({
    confirmed: 1,
    rows: { confirmed: 1, cancelledByUser: 0 },
  })
})

test('capacity 2: the third is refused, and gets the place that somebody gives back', async () => {
  const id = await post(house, { capacity: 2 })
  const [b, c] = [await somebody(house), await somebody(house)]
  expect((await join(id)).status).toBe(200)
  expect((await join(id, b)).status).toBe(200)
  expect(codeOf(await join(id, c))).toEqual([409, 'full'])
  await leave(id)
  expect((await join(id, c)).status).toBe(200)
  expect(codeOf(await join(id))).toEqual([409, 'full'])
})

test('sign-up ends at the instant that was said, giving back at the start', async () => {
  const id = await post(house)
  const late = await somebody(house)
  house.clock.now += HOUR - 1
  expect((await join(id)).status).toBe(200)
  house.clock.now += 1
  expect(codeOf(await join(id, late))).toEqual([409, 'closed'])
  house.clock.now += HOUR - 1
  expect((await leave(id)).status).toBe(200)
  const other = await post(house, {
    startsAt: house.clock.now + 10,
    endsAt: house.clock.now + 20,
    signupClosesAt: house.clock.now + 5,
  })
  await join(other)
  house.clock.now += 10
  expect(codeOf(await leave(other))).toEqual([409, 'started'])
})

test.each([
  ['none', [], 200],
  ['community', [], 403],
  ['community', [{ role: 'resident', division: HUAYUAN }], 403],
  ['community', [{ role: 'worker', division: DONGAN }], 403],
  ['community', [{ role: 'resident', division: DONGAN }], 200],
  ['town', [{ role: 'resident', division: HUAYUAN }], 200],
  ['town', [{ role: 'resident', division: '321202002001' }], 403],
] as const)('for residents of %s, somebody with %j: %i', async (residencyRequired, held, status) => {
  const id = await post(house, { residencyRequired })
  const who = await somebody(house, [...held])
  const reply = await join(id, who)
  expect([reply.status, reply.problem.code]).toEqual([status, status === 200 ? undefined : 'notEligible'])
})

test('residency that has ended does not count', async () => {
  const until = house.clock.now + MINUTE
  const id = await post(house, { residencyRequired: 'community' })
  const who = await somebody(house, [{ role: 'resident', division: DONGAN, until }])
  house.clock.now = until
  expect(codeOf(await join(id, who))).toEqual([403, 'notEligible'])
})

test('a draft is nobody’s: not seen, not joined, not even by staff', async () => {
  const id = await post(house, { publish: false })
  for (const who of [me, worker]) {
    expect((await join(id, who)).status).toBe(404)
    expect((await leave(id, who)).status).toBe(404)
    expect((await house.ask(mySignup, { id }, { token: who.token })).status).toBe(404)
  }
  expect(await countsOf(house, id)).toMatchObject({ confirmed: 0, rows: { confirmed: 0 } })
})

test('cancelling releases everybody, and says so to each', async () => {
  const id = await post(house)
  const other = await somebody(house)
  await join(id)
  await join(id, other)
  await leave(id, other)
  await house.ask(cancelActivity, { id, reason: '预报有大雨' }, { token: worker.token })
  expect(await mine(id)).toMatchObject({ status: 'cancelledByHost' })
  expect(codeOf(await join(id))).toEqual([409, 'cancelled'])
  expect(codeOf(await leave(id))).toEqual([409, 'notSignedUp'])
  expect((await countsOf(house, id)).rows).toMatchObject({
    confirmed: 0,
    cancelledByUser: 1,
    cancelledByHost: 1,
  })
  const { body } = await house.ask(mySignups, {}, { token: me.token })
  expect(body.items).toMatchObject([{ status: 'cancelledByHost', activity: { id, status: 'cancelled' } }])
})

test('the new count is seen at once: in the detail, the community’s list and the town’s', async () => {
  const id = await post(house, { capacity: 1 })
  const shown = async () => {
    const detail = await house.ask(getActivity, { id })
    const lists = await Promise.all(
      [DONGAN, CHENGDONG].map((division) => house.ask(listActivities, { division })),
    )
    const cards = lists.map(({ body }) => body.items.find((item) => item.id === id)?.confirmed)
    return [detail.body.confirmed, ...cards]
  }
  // Asked twice, so that the second comes from the cache.
  expect([await shown(), await shown()]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ])
  await join(id)
  expect([await shown(), await shown()]).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ])
  await leave(id)
  expect(await shown()).toEqual([0, 0, 0])
})

test('a retry after a lost answer takes no second place and gets the same answer', async () => {
  const id = await post(house)
  const key = `lost-signup-${id}`
  const first = await join(id, me, key)
  house.clock.now += MINUTE
  expect((await join(id, me, key)).body).toEqual(first.body)
  expect((await countsOf(house, id)).confirmed).toBe(1)
  // A key is its sender's: somebody else who happens to use it is served for himself.
  expect((await join(id, await somebody(house), key)).body.at).toBe(house.clock.now)
  expect((await countsOf(house, id)).confirmed).toBe(2)
  // And it stands for one activity.
  expect(codeOf(await join(await post(house), me, key))).toEqual([409, 'keyReused'])
})

test('the own sign-ups: the last first, page by page, and nobody else’s', async () => {
  const other = await somebody(house)
  const expected: string[] = []
  for (let i = 0; i < 43; i += 1) {
    if (i % 3 === 0) house.clock.now += MINUTE
    const id = await post(house)
    expected.unshift(id)
    expect((await join(id)).status).toBe(200)
    if (i % 10 === 0) await join(id, other)
  }
  const seen: string[] = []
  const ats: number[] = []
  let cursor: string | null | undefined
  do {
    const { body } = await house.ask(mySignups, { ...(cursor && { cursor }) }, { token: me.token })
    expect(body.items.length).toBeLessThanOrEqual(20)
    seen.push(...body.items.map(({ activity }) => activity.id))
    ats.push(...body.items.map(({ at }) => at))
    cursor = body.next
  } while (cursor)
  expect(ats).toEqual(ats.toSorted((a, b) => b - a))
  expect(seen).toEqual(expected)
  const theirs = await house.ask(mySignups, {}, { token: other.token })
  expect(theirs.body.items).toHaveLength(5)
})
