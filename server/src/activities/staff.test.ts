import { listActivities } from '@tmt/shared/activities/contract.ts'
import { type ActivityFacts, getActivity } from '@tmt/shared/activities/detail-contract.ts'
import {
  cancelActivity,
  createActivity,
  discardDraft,
  editActivity,
  managedActivities,
  managedActivity,
  publishActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { factsFrom, post } from './testing/activity.ts'

let house: TestHouse
let worker: string
let committee: string
beforeAll(async () => {
  house = await openHouse()
  worker = (await somebody(house, [{ role: 'worker', division: DONGAN }])).token
  committee = (await somebody(house, [{ role: 'committee', division: DONGAN }])).token
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
const facts = (changes: Partial<ActivityFacts> = {}) => factsFrom(house.clock.now, changes)
const as = (token: string) => ({ token })
const create = (changes: Partial<ActivityFacts> = {}, publish = false) =>
  house.ask(createActivity, { communityId: DONGAN, ...facts(changes), publish }, as(worker))
const edit = (id: string, version: number, changes: Partial<ActivityFacts> = {}) =>
  house.ask(editActivity, { id, version, ...facts(changes) }, as(worker))

test('a draft becomes an activity by the hand of the committee', async () => {
  const draft = await create({ title: ' 春联义写 ', riskNotice: '' })
  expect(draft.body).toMatchObject({
    title: '春联义写',
    status: 'draft',
    publishedAt: null,
    version: 1,
    confirmed: 0,
  })
  const { id } = draft.body
  expect((await house.ask(getActivity, { id })).status).toBe(404)

  house.clock.now += MINUTE
  const published = await house.ask(publishActivity, { id, version: 1 }, as(committee))
  expect(published.body).toMatchObject({ status: 'published', publishedAt: house.clock.now, version: 2 })
  const shown = await house.ask(getActivity, { id })
  expect(shown.body).toEqual(published.body)
  expect(shown.body).toMatchObject({ communityId: DONGAN, communityName: '东安居委会', demo: false })
})

test('what is published at once is shown at once', async () => {
  const before = await house.ask(listActivities, { division: DONGAN })
  const made = await create({ title: '立即发布' }, true)
  expect(made.body).toMatchObject({ status: 'published', publishedAt: house.clock.now })
  const after = await house.ask(listActivities, { division: DONGAN })
  expect(before.body.items.map(({ id }) => id)).not.toContain(made.body.id)
  expect(after.body.items.map(({ id }) => id)).toContain(made.body.id)
})

test('nothing of who wrote it goes out', async () => {
  const { body } = await create({}, true)
  const shown = await house.ask(getActivity, { id: body.id })
  expect(Object.keys(shown.body)).not.toContain('createdBy')
  expect(JSON.stringify(shown.body)).not.toContain('townId')
})

test.each([
  [{ startsAt: -1 }, 'startsInPast'],
  [{ startsAt: 3 * HOUR, endsAt: 3 * HOUR }, 'endsBeforeStart'],
  [{ endsAt: 31 * DAY }, 'lasts'],
  [{ startsAt: 367 * DAY, endsAt: 368 * DAY }, 'tooFar'],
  [{ signupClosesAt: 3 * HOUR }, 'signupClosesLate'],
  [{ signupClosesAt: -1 }, 'signupClosesPast'],
])('published at once with %j from now: %s', async (offsets, code) => {
  const { now } = house.clock
  const changes = Object.fromEntries(Object.entries(offsets).map(([key, offset]) => [key, now + offset]))
  const { status, problem } = await create(changes, true)
  expect([status, problem.code]).toEqual([422, code])
})

test.each([
  ['title', '剪'],
  ['title', '字'.repeat(41)],
  ['place', ' '],
  ['body', ''],
  ['body', '字'.repeat(2001)],
  ['riskNotice', '字'.repeat(301)],
  ['capacity', 0],
  ['capacity', 10_001],
  ['capacity', 1.5],
  ['category', 'party'],
  ['residencyRequired', 'all'],
  ['startsAt', '2026-12-01'],
  ['startsAt', 8_640_000_000_000_000],
])('%s can not be %j', async (field, value) => {
  const { status, problem } = await create({ [field]: value })
  expect([status, problem.code, problem.fields?.map(({ path }) => path)]).toEqual([
    422,
    'invalidInput',
    [field],
  ])
})

test('the longest texts and the largest numbers are kept as they are', async () => {
  const longest = {
    title: '字'.repeat(40),
    body: `${'字'.repeat(1998)}\n😀`,
    place: '字'.repeat(80),
    capacity: 10_000,
  }
  const { body } = await create({ ...longest, riskNotice: '字'.repeat(300) })
  expect(body).toMatchObject(longest)
})

test('two who edit at once: the second is told, and nothing of the first is lost', async () => {
  const id = await post(house)
  const [a, b] = await Promise.all([edit(id, 1, { title: '甲改的' }), edit(id, 1, { title: '乙改的' })])
  const [won, lost] = a.status === 200 ? [a, b] : [b, a]
  expect(won).toMatchObject({ status: 200, body: { version: 2, changedAt: house.clock.now } })
  expect([lost.status, lost.problem.code]).toEqual([409, 'stale'])
  expect((await house.ask(managedActivity, { id }, as(worker))).body.title).toBe(won.body.title)
  expect((await edit(id, 2, { title: '再改' })).body).toMatchObject({ title: '再改', version: 3 })
})

test('a click that is sent twice edits once', async () => {
  const id = await post(house)
  const input = { id, version: 1, ...facts({ title: '改一次' }) }
  const how = { token: worker, key: 'edit-double-click-0001' }
  const [a, b] = await Promise.all([house.ask(editActivity, input, how), house.ask(editActivity, input, how)])
  expect(a.body).toEqual(b.body)
  expect(a.body.version).toBe(2)
})

test('create sent twice with one key makes one activity, with two keys two', async () => {
  const input = { communityId: DONGAN, ...facts({ title: '只建一次' }), publish: false }
  const how = { token: worker, key: 'create-double-click-01' }
  const [a, b] = await Promise.all([
    house.ask(createActivity, input, how),
    house.ask(createActivity, input, how),
  ])
  const c = await house.ask(createActivity, input, as(worker))
  expect(a.body.id).toBe(b.body.id)
  expect(c.body.id).not.toBe(a.body.id)
})

test('a running activity may get longer and wordier, but does not start anew in the past', async () => {
  const id = await post(house)
  const { body: was } = await house.ask(getActivity, { id })
  house.clock.now = was.startsAt + 1
  const { startsAt, signupClosesAt } = was
  const longer = { startsAt, signupClosesAt, endsAt: was.endsAt + HOUR, body: '改在二楼继续。' }
  expect((await edit(id, 1, longer)).body).toMatchObject({
    endsAt: was.endsAt + HOUR,
    body: '改在二楼继续。',
  })
  expect((await edit(id, 2, { ...longer, startsAt: startsAt - 1 })).problem.code).toBe('startsInPast')
  expect((await edit(id, 2, { ...longer, endsAt: house.clock.now })).problem.code).toBe('endsInPast')
  house.clock.now = was.endsAt + HOUR
  expect((await edit(id, 2, longer)).problem.code).toBe('ended')
})

test('a draft may have any times in order, and is published only with good ones', async () => {
  const { now } = house.clock
  const { body: draft } = await create({
    startsAt: now - DAY,
    endsAt: now - HOUR,
    signupClosesAt: now - 2 * DAY,
  })
  const ask = (version: number) => house.ask(publishActivity, { id: draft.id, version }, as(worker))
  expect((await ask(1)).problem.code).toBe('startsInPast')
  expect((await edit(draft.id, 1, { endsAt: now - 1 })).problem.code).toBe('endsBeforeStart')
  const mended = await edit(draft.id, 1)
  expect(mended.body).toMatchObject({ status: 'draft', version: 2 })
  expect((await ask(1)).problem.code).toBe('stale')
  expect((await ask(2)).status).toBe(200)
  expect((await ask(3)).problem.code).toBe('notADraft')
})

test('two who publish at once publish once', async () => {
  const id = await post(house, { publish: false })
  const ask = (token: string) => house.ask(publishActivity, { id, version: 1 }, as(token))
  const replies = await Promise.all([ask(worker), ask(committee)])
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  const [other] = replies.filter(({ status }) => status !== 200)
  expect(['notADraft', 'stale']).toContain(other!.problem.code)
})

test('a draft can be thrown away, and only a draft', async () => {
  const id = await post(house, { publish: false })
  expect((await house.ask(discardDraft, { id }, as(worker))).body).toEqual({ ok: true })
  expect((await house.ask(managedActivity, { id }, as(worker))).status).toBe(404)
  const published = await post(house)
  expect((await house.ask(discardDraft, { id: published }, as(worker))).problem.code).toBe('notADraft')
})

test('cancelling names a reason that everybody reads, once and for all', async () => {
  const id = await post(house)
  const { body } = await house.ask(cancelActivity, { id, reason: ' 有大雨 ' }, as(committee))
  expect(body).toMatchObject({ status: 'cancelled', cancelReason: '有大雨', version: 2 })
  expect((await house.ask(getActivity, { id })).body).toEqual(body)
  const again = await house.ask(cancelActivity, { id, reason: '再取消' }, as(worker))
  expect([again.status, again.problem.code]).toEqual([409, 'cancelled'])
  expect((await edit(id, 2)).problem.code).toBe('cancelled')
  const listed = await house.ask(listActivities, { division: DONGAN })
  expect(listed.body.items.find((item) => item.id === id)?.status).toBe('cancelled')
})

test('what is over is not cancelled, nor is a draft', async () => {
  const id = await post(house)
  const draft = await post(house, { publish: false })
  const ask = (which: string) => house.ask(cancelActivity, { id: which, reason: '太晚了' }, as(worker))
  expect((await ask(draft)).problem.code).toBe('notPublished')
  house.clock.now += 4 * HOUR - 1
  const running = await post(house)
  house.clock.now += 1
  expect((await ask(id)).problem.code).toBe('ended')
  expect((await ask(running)).status).toBe(200)
})

test('two who cancel at once: one reason stands, and the other is told that it is done', async () => {
  const id = await post(house)
  const ask = (reason: string) => house.ask(cancelActivity, { id, reason }, as(worker))
  const replies = await Promise.all([ask('甲的原因'), ask('乙的原因')])
  expect(replies.map(({ problem }) => problem.code).filter(Boolean)).toEqual(['cancelled'])
})

test('staff see drafts, the latest start first; pages follow without a gap', async () => {
  const token = (await somebody(house, [{ role: 'worker', division: '321202002001' }])).token
  const ids: string[] = []
  for (let i = 0; i < 45; i += 1) {
    const at = house.clock.now + DAY + Math.floor(i / 3) * HOUR
    const times = { startsAt: at, endsAt: at + HOUR, signupClosesAt: at }
    ids.push(await post(house, { ...times, communityId: '321202002001', publish: i % 2 === 0 }))
  }
  const seen: string[] = []
  let cursor: string | null | undefined
  let pages = 0
  do {
    const input = { communityId: '321202002001', ...(cursor && { cursor }) }
    const { body } = await house.ask(managedActivities, input, as(token))
    const starts = body.items.map(({ startsAt }) => startsAt)
    expect(starts).toEqual(starts.toSorted((a, b) => b - a))
    seen.push(...body.items.map(({ id }) => id))
    cursor = body.next
    pages += 1
  } while (cursor)
  expect(pages).toBe(3)
  expect(seen.toSorted()).toEqual(ids.toSorted())
})

test('every change is written down: who, what, and no words that were typed', async () => {
  const { body } = await create({ title: '机密标题甲' })
  const { id } = body
  await edit(id, 1, { title: '机密标题乙' })
  await house.ask(publishActivity, { id, version: 2 }, as(worker))
  await house.ask(cancelActivity, { id, reason: '机密原因' }, as(worker))
  const rows = await house.store.read.select().from(auditEntries).where(eq(auditEntries.subject, id))
  expect(rows.map(({ action, outcome }) => [action, outcome])).toEqual([
    ['activities.create', 'done'],
    ['activities.edit', 'done'],
    ['activities.publish', 'done'],
    ['activities.cancel', 'done'],
  ])
  const [created] = await house.store.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'activities.create'))
    .orderBy(desc(auditEntries.id))
    .limit(1)
  expect(created).toMatchObject({
    subject: id,
    details: { communityId: DONGAN, publish: false },
    actorId: expect.any(String),
  })
  expect(JSON.stringify([...rows, created])).not.toContain('机密')
})
