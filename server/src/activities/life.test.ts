import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import {
  archiveActivity,
  findOverlaps,
  postponeActivity,
  reviewActivity,
} from '@tmt/shared/activities/life-contract.ts'
import { editProposal, myProposal, proposeActivity } from '@tmt/shared/activities/proposal-contract.ts'
import { cancelFollowing, createSeries, editFollowing } from '@tmt/shared/activities/series-contract.ts'
import { cancelSignup, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { editActivity, managedActivities, managedActivity } from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { archiveOld } from './life-store.ts'
import { activities } from './tables.ts'
import { factsFrom, ORGANIZATION, post } from './testing/activity.ts'

let house: TestHouse
let worker: string
let speaker: string
beforeAll(async () => {
  house = await openHouse()
  worker = (await somebody(house, [{ role: 'worker', division: DONGAN }])).token
  const held = { role: 'organization', division: DONGAN, organization: ORGANIZATION } as const
  speaker = (await somebody(house, [held])).token
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
const facts = (changes = {}) => factsFrom(house.clock.now, changes)
const listed = async (when: 'upcoming' | 'past') => {
  const { body } = await house.ask(listActivities, { division: DONGAN, when })
  return body.items.map(({ id }) => id)
}
const join = async (id: string) => {
  const { token } = await somebody(house)
  await house.ask(signUp, { id }, { token })
  return token
}

test('an organisation’s activity is nobody’s until it is handed in, sent back, mended and let out', async () => {
  const made = await house.ask(
    proposeActivity,
    { communityId: DONGAN, ...facts(), submit: false },
    { token: speaker },
  )
  const { id } = made.body
  const staffs = async () => (await house.ask(managedActivity, { id }, { token: worker })).status
  expect([made.body.status, await staffs()]).toEqual(['draft', 404])
  const send = (version: number) =>
    house.ask(editProposal, { id, ...facts(), version, submit: true }, { token: speaker })
  const sent = await send(1)
  expect(sent.body).toMatchObject({ status: 'review', host: ORGANIZATION, submittedAt: house.clock.now })
  expect(sent.body.reviewDueAt).toBeLessThanOrEqual(sent.body.signupClosesAt)
  expect([await staffs(), (await house.ask(getActivity, { id })).status]).toEqual([200, 404])
  const review = (version: number, outcome: 'publish' | 'return', reason?: string) =>
    house.ask(
      reviewActivity,
      { id, version, outcome, ...(reason !== undefined && { reason }) },
      { token: worker },
    )
  await review(2, 'return', '写清要不要钱')
  const back = await house.ask(myProposal, { id }, { token: speaker })
  expect(back.body).toMatchObject({ status: 'draft', returnReason: '写清要不要钱' })
  expect(await staffs()).toBe(404)
  await send(3)
  expect((await review(4, 'publish')).body).toMatchObject({ status: 'published', host: ORGANIZATION })
  expect((await house.ask(getActivity, { id })).body).toMatchObject({
    status: 'published',
    host: ORGANIZATION,
  })
  expect((await send(5)).problem.code).toBe('notADraft')
})

test('another organisation knows of none of it, nor may this one hand in elsewhere', async () => {
  const id = await post(house, { publish: false, host: ORGANIZATION })
  const other = { name: '演示公司', uscc: '91321291MA1ABCDE8G' }
  const { token } = await somebody(house, [{ role: 'organization', division: DONGAN, organization: other }])
  expect((await house.ask(myProposal, { id }, { token })).status).toBe(404)
  const there = { communityId: HUAYUAN, ...facts(), submit: true }
  expect((await house.ask(proposeActivity, there, { token: speaker })).status).toBe(404)
})

test('two who review at once settle it once', async () => {
  const reviewDueAt = house.clock.now + HOUR
  const id = await post(house, { publish: false, host: ORGANIZATION, reviewDueAt })
  const ask = () => house.ask(reviewActivity, { id, version: 1, outcome: 'publish' }, { token: worker })
  const replies = await Promise.all([ask(), ask()])
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('put off: everybody reads it, nobody can sign up, places stay and may be given back after the old time', async () => {
  const id = await post(house)
  const [a, b] = [await join(id), await join(id)]
  const put = await house.ask(postponeActivity, { id, reason: ' 老师病了 ' }, { token: worker })
  expect(put.body).toMatchObject({
    status: 'postponed',
    changeReason: '老师病了',
    movedAt: house.clock.now,
    confirmed: 2,
  })
  const late = await somebody(house)
  expect((await house.ask(signUp, { id }, { token: late.token })).problem.code).toBe('postponed')
  house.clock.now += 5 * HOUR
  expect([(await listed('upcoming')).includes(id), (await listed('past')).includes(id)]).toEqual([
    true,
    false,
  ])
  expect((await house.ask(cancelSignup, { id }, { token: a })).status).toBe(200)
  const again = await house.ask(
    editActivity,
    { id, ...facts(), version: 2, reason: '老师好了' },
    { token: worker },
  )
  expect(again.body).toMatchObject({ status: 'published', confirmed: 1, changeReason: '老师好了' })
  expect((await house.ask(cancelSignup, { id }, { token: b })).status).toBe(200)
})

test('what was moved says when and why; what only was reworded does not', async () => {
  const id = await post(house)
  await join(id)
  const { now } = house.clock
  const same = facts()
  await house.ask(editActivity, { id, ...same, version: 1, body: '改了几个字' }, { token: worker })
  expect((await house.ask(getActivity, { id })).body.movedAt).toBeUndefined()
  const moved = { id, ...same, place: '三楼', version: 2 }
  expect((await house.ask(editActivity, moved, { token: worker })).problem.code).toBe('reasonMissing')
  await house.ask(editActivity, { ...moved, reason: '二楼在修' }, { token: worker })
  expect((await house.ask(getActivity, { id })).body).toMatchObject({
    movedAt: now,
    changeReason: '二楼在修',
  })
})

test('archived by hand or by the clock: out of the current list, still read by its link and among the past', async () => {
  const id = await post(house)
  house.clock.now += 4 * HOUR
  const other = await post(house, { startsAt: house.clock.now + HOUR, endsAt: house.clock.now + 2 * HOUR })
  await house.ask(archiveActivity, { id, closing: ' 来了 20 人 ' }, { token: worker })
  const managed = async (when?: 'archived') =>
    (
      await house.ask(managedActivities, { communityId: DONGAN, ...(when && { when }) }, { token: worker })
    ).body.items
      .map((one) => one.id)
      .filter((one) => one === id || one === other)
  expect([await managed(), await managed('archived')]).toEqual([[other], [id]])
  expect((await house.ask(getActivity, { id })).body).toMatchObject({ closing: '来了 20 人' })
  const day = house.clock.now + 2 * HOUR + 30 * DAY
  const putAway = (at: number) =>
    house.store.write(async (tx) => (await archiveOld(tx, at - 30 * DAY, 100, at)).map((one) => one.id))
  expect(await putAway(day)).not.toContain(other)
  expect(await putAway(day + 1)).toContain(other)
  expect(await putAway(day + 1)).toEqual([])
  house.answers.dropAll()
  expect(await managed('archived')).toHaveLength(2)
})

test('a series is made in one unit, once however often it is sent; each one stands for itself', async () => {
  const input = { communityId: DONGAN, ...facts({ title: '每周太极' }), skipHolidays: false, publish: true }
  const how = { token: worker, key: 'series-double-click-01' }
  const ask = () => house.ask(createSeries, { ...input, every: 'week', times: 3 }, how)
  const [one, two] = await Promise.all([ask(), ask()])
  expect(one.body).toEqual(two.body)
  const { items, seriesId } = one.body
  expect(items.map(({ startsAt }) => startsAt - items[0]!.startsAt)).toEqual([0, 7 * DAY, 14 * DAY])
  expect(await house.store.read.$count(activities, eq(activities.seriesId, seriesId))).toBe(3)
  const [, second, third] = items
  const later = facts({ title: '每周太极', place: '三楼' })
  const shift = { startsAt: 7 * DAY + HOUR, endsAt: 7 * DAY + HOUR, signupClosesAt: 7 * DAY + HOUR }
  const times = {
    startsAt: later.startsAt + shift.startsAt,
    endsAt: later.endsAt + shift.endsAt,
    signupClosesAt: later.signupClosesAt + shift.signupClosesAt,
  }
  const edited = await house.ask(
    editFollowing,
    { id: second!.id, ...later, ...times, version: 1 },
    { token: worker },
  )
  expect(edited.body).toEqual({ changed: 2 })
  const read = async (id: string) => (await house.ask(getActivity, { id })).body
  expect((await read(items[0]!.id)).place).toBe('活动室')
  expect(await read(third!.id)).toMatchObject({ place: '三楼', startsAt: third!.startsAt + HOUR })
  const gone = await house.ask(cancelFollowing, { id: second!.id, reason: '老师病了' }, { token: worker })
  expect(gone.body).toEqual({ cancelled: 2 })
  expect([(await read(items[0]!.id)).status, (await read(third!.id)).status]).toEqual([
    'published',
    'cancelled',
  ])
})

test('when one of a series can’t be changed, none is', async () => {
  const made = await house.ask(
    createSeries,
    { communityId: DONGAN, ...facts(), every: 'week', times: 2, skipHolidays: false, publish: true },
    { token: worker },
  )
  const [first, second] = made.body.items
  await join(second!.id)
  await join(second!.id)
  const { problem } = await house.ask(
    editFollowing,
    { id: first!.id, ...facts({ capacity: 1 }), version: 1 },
    { token: worker },
  )
  expect(problem.code).toBe('capacityBelowConfirmed')
  expect((await house.ask(getActivity, { id: first!.id })).body.capacity).toBe(5)
})

test('what is at the same place at the same time is named, and nothing else', async () => {
  const place = '只此一间'
  const id = await post(house, { place, title: '甲' })
  await post(house, { place: '别处' })
  const { startsAt, endsAt } = facts()
  const ask = async (from: number, to: number, more = {}) => {
    const span = { startsAt: String(from), endsAt: String(to) }
    const input = { communityId: DONGAN, place, ...span, ...more }
    const { body } = await house.ask(findOverlaps, input, { token: worker })
    return body.items.map(({ title }) => title)
  }
  expect(await ask(endsAt - 1, endsAt + HOUR)).toEqual(['甲'])
  expect(await ask(endsAt, endsAt + HOUR)).toEqual([])
  expect(await ask(startsAt - HOUR, startsAt)).toEqual([])
  expect(await ask(startsAt, endsAt, { except: id })).toEqual([])
})

test('an edit holds all limits: what it leaves out is taken away', async () => {
  const limits = { minAge: 60, householdLimit: 2, accessibility: ['lift' as const], drill: true }
  const id = await post(house, limits)
  expect((await house.ask(getActivity, { id })).body).toMatchObject(limits)
  await house.ask(editActivity, { id, ...facts({ minAge: 60 }), version: 1 }, { token: worker })
  const { body } = await house.ask(getActivity, { id })
  expect([body.minAge, body.householdLimit, body.drill]).toEqual([60, undefined, undefined])
})
