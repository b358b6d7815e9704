import { getNotice, listNotices, type NoticeFacts } from '@tmt/shared/notices/contract.ts'
import {
  correctNotice,
  createNotice,
  discardNotice,
  editNotice,
  managedNotice,
  publishNotice,
  withdrawNotice,
} from '@tmt/shared/notices/staff-contract.ts'
import { DAY, HOUR, MINUTE } from '@tmt/shared/time.ts'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CHENGDONG, DONGAN } from '../demo/city.ts'
import { auditEntries } from '../platform/tables.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { noticeVersions } from './tables.ts'
import { factsFrom, postNotice } from './testing/notice.ts'

const CITY = '321200000000'
const DISTRICT = '321202000000'
let house: TestHouse
let worker: string
let committee: string
let town: string
let district: string
let city: string
beforeAll(async () => {
  house = await openHouse()
  const hold = async (role: 'worker' | 'committee' | 'town' | 'district' | 'city', division: string) =>
    (await somebody(house, [{ role, division }])).token
  worker = await hold('worker', DONGAN)
  committee = await hold('committee', DONGAN)
  town = await hold('town', CHENGDONG)
  district = await hold('district', DISTRICT)
  city = await hold('city', CITY)
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += MINUTE
})
const as = (token: string) => ({ token })
const facts = (changes: Partial<NoticeFacts> = {}) => factsFrom(house.clock.now, changes)
const create = (division: string, token: string, publish = false, changes: Partial<NoticeFacts> = {}) =>
  house.ask(createNotice, { division, ...facts(changes), publish }, as(token))
const correct = (id: string, version: number, changes: Partial<NoticeFacts>, note = '改了时间') =>
  house.ask(correctNotice, { id, version, note, ...facts(changes) }, as(committee))
const shown = async (id: string) => (await house.ask(getNotice, { id })).body

test('a worker writes, the committee lets it out, and everybody reads it', async () => {
  const draft = await create(DONGAN, worker, false, { title: ' 3号楼停水 ', body: ' 抢修。 ' })
  expect(draft.body).toMatchObject({
    title: '3号楼停水',
    body: '抢修。',
    status: 'draft',
    publishedAt: null,
    version: 1,
    reads: 0,
    corrections: [],
  })
  const { id } = draft.body
  expect((await house.ask(getNotice, { id })).status).toBe(404)
  expect((await house.ask(publishNotice, { id, version: 1 }, as(worker))).status).toBe(403)
  house.clock.now += MINUTE
  const published = await house.ask(publishNotice, { id, version: 1 }, as(committee))
  expect(published.body).toMatchObject({ status: 'published', publishedAt: house.clock.now, version: 2 })
  const { reads, ...rest } = published.body
  expect(reads).toBe(0)
  expect(await shown(id)).toEqual(rest)
  expect(rest).toMatchObject({ division: DONGAN, divisionName: '东安居委会', demo: false })
})

test('what is left open is null, and who wrote it goes nowhere', async () => {
  const { body } = await create(DONGAN, committee, true, {
    startsAt: undefined,
    endsAt: undefined,
    phone: undefined,
  })
  expect(body).toMatchObject({ startsAt: null, endsAt: null, phone: null, status: 'published' })
  expect(Object.keys(await shown(body.id))).not.toEqual(
    expect.arrayContaining(['createdBy', 'createdAt', 'rank', 'reads']),
  )
})

test('each level speaks for itself, and for none below it or above', async () => {
  const publishes = async (division: string, token: string) => (await create(division, token, true)).status
  expect(await publishes(CHENGDONG, town)).toBe(200)
  expect(await publishes(DISTRICT, district)).toBe(200)
  expect(await publishes(CITY, city)).toBe(200)
  expect(await publishes(DISTRICT, city)).toBe(403)
  expect(await publishes(CHENGDONG, city)).toBe(403)
  expect(await publishes(CHENGDONG, district)).toBe(403)
  expect(await publishes(DONGAN, district)).toBe(403)
  expect(await publishes('321203000000', district)).toBe(404)
  expect(await publishes(CITY, district)).toBe(404)
  expect(await publishes(DONGAN, town)).toBe(403)
  expect(await publishes(DONGAN, worker)).toBe(403)
  expect(await publishes(CHENGDONG, committee)).toBe(404)
  expect(await publishes(CITY, town)).toBe(404)
})

test('the town takes back what a community under it has said, and district and city do not reach that far', async () => {
  const id = await postNotice(house)
  const ask = (token: string) => house.ask(withdrawNotice, { id, reason: ' 内容有误 ' }, as(token))
  expect((await ask(district)).status).toBe(403)
  expect((await ask(city)).status).toBe(403)
  expect((await ask(worker)).status).toBe(403)
  expect((await ask(town)).body).toMatchObject({
    status: 'withdrawn',
    withdrawReason: '内容有误',
    withdrawnAt: house.clock.now,
  })
  // It stays readable, with the reason.
  expect(await shown(id)).toMatchObject({
    status: 'withdrawn',
    withdrawReason: '内容有误',
    title: '3号楼停水',
  })
})

test('a draft is changed in place; two who change it at once: the second is told', async () => {
  const id = await postNotice(house, { publish: false })
  const edit = (title: string) => house.ask(editNotice, { id, version: 1, ...facts({ title }) }, as(worker))
  const replies = await Promise.all([edit('甲改的'), edit('乙改的')])
  const won = replies.find(({ status }) => status === 200)!
  const lost = replies.find(({ status }) => status !== 200)!
  expect([lost.status, lost.problem.code]).toEqual([409, 'stale'])
  const { body } = await house.ask(managedNotice, { id }, as(worker))
  expect(body).toMatchObject({ title: won.body.title, version: 2, corrections: [] })
})

test('a correction is a new version that says what is different, and what stood before stays readable', async () => {
  const id = await postNotice(house)
  const first = await shown(id)
  house.clock.now += MINUTE
  const at = house.clock.now
  const { body } = await correct(id, 1, { endsAt: at + 9 * HOUR }, ' 延长到晚上 ')
  expect(body).toMatchObject({ version: 2, endsAt: at + 9 * HOUR, changedAt: at })
  house.clock.now += MINUTE
  await correct(id, 2, { title: '4号楼停水', endsAt: at + 9 * HOUR, phone: undefined }, '写错了楼号')
  const now = await shown(id)
  expect(now).toMatchObject({ title: '4号楼停水', phone: null, version: 3, status: 'published' })
  expect(now.publishedAt).toBe(first.publishedAt)
  expect(now.corrections).toMatchObject([
    { at: house.clock.now, note: '写错了楼号', before: { title: '3号楼停水', endsAt: at + 9 * HOUR } },
    { at, note: '延长到晚上', before: { title: '3号楼停水', endsAt: first.endsAt, phone: '0523-00000101' } },
  ])
  const { items } = (await house.ask(listNotices, { division: DONGAN })).body
  expect(items.find((item) => item.id === id)).toMatchObject({ correctedAt: house.clock.now })
})

test('two who correct at once: one stands, and one old text is kept', async () => {
  const id = await postNotice(house)
  const replies = await Promise.all([
    correct(id, 1, { body: '甲改的。' }),
    correct(id, 1, { body: '乙改的。' }),
  ])
  expect(replies.map(({ status, problem }) => (status === 200 ? 'done' : problem.code)).toSorted()).toEqual([
    'done',
    'stale',
  ])
  expect(await house.store.read.$count(noticeVersions, eq(noticeVersions.noticeId, id))).toBe(1)
})

test('one who corrects what another withdraws at the same time is told, whoever was faster', async () => {
  const id = await postNotice(house)
  const [corrected, withdrawn] = await Promise.all([
    correct(id, 1, { body: '改过。' }),
    house.ask(withdrawNotice, { id, reason: '不停了' }, as(committee)),
  ])
  expect(withdrawn.status).toBe(200)
  if (corrected.status !== 200) expect(corrected.problem.code).toBe('stale')
  const { status, corrections } = await shown(id)
  expect([status, corrections.length]).toEqual(['withdrawn', corrected.status === 200 ? 1 : 0])
})

test('a click that is sent twice does it once', async () => {
  const input = { division: DONGAN, ...facts({ title: '只写一次' }), publish: true }
  const how = { token: committee, key: 'notice-double-click-1' }
  const [a, b] = await Promise.all([house.ask(createNotice, input, how), house.ask(createNotice, input, how)])
  expect(a.body.id).toBe(b.body.id)
  const change = { id: a.body.id, version: 1, note: '改了内容', ...facts({ body: '改过。' }) }
  const again = { token: committee, key: 'notice-double-click-2' }
  const [c, d] = await Promise.all([
    house.ask(correctNotice, change, again),
    house.ask(correctNotice, change, again),
  ])
  expect(c.body).toEqual(d.body)
  expect((await shown(a.body.id)).corrections).toHaveLength(1)
})

test('two who publish at once publish once, two who withdraw at once withdraw once', async () => {
  const id = await postNotice(house, { publish: false })
  const published = await Promise.all(
    ['a', 'b'].map(() => house.ask(publishNotice, { id, version: 1 }, as(committee))),
  )
  expect(published.filter(({ status }) => status === 200)).toHaveLength(1)
  const withdrawn = await Promise.all(
    ['甲的原因', '乙的原因'].map((reason) => house.ask(withdrawNotice, { id, reason }, as(committee))),
  )
  expect(withdrawn.map(({ problem }) => problem.code).filter(Boolean)).toEqual(['withdrawn'])
})

test('a draft can be thrown away, and only a draft', async () => {
  const id = await postNotice(house, { publish: false })
  expect((await house.ask(discardNotice, { id }, as(worker))).body).toEqual({ ok: true })
  expect((await house.ask(managedNotice, { id }, as(worker))).status).toBe(404)
  const published = await postNotice(house)
  expect((await house.ask(discardNotice, { id: published }, as(worker))).problem.code).toBe('notADraft')
})

test.each([
  ['title', '停'],
  ['title', '字'.repeat(31)],
  ['body', ' '],
  ['body', '字'.repeat(2001)],
  ['kind', 'health'],
  ['phone', '19900000003'],
  ['validUntil', '2026-12-01'],
  ['urgent', 1],
])('%s can not be %j', async (field, value) => {
  const { status, problem } = await create(DONGAN, worker, false, { [field]: value })
  expect([status, problem.fields?.map(({ path }) => path)]).toEqual([422, [field]])
})

test('the longest texts are kept as they are', async () => {
  const longest = { title: '字'.repeat(30), body: `${'字'.repeat(1997)}\n😀` }
  expect((await create(DONGAN, committee, true, longest)).body).toMatchObject(longest)
})

test('a draft may be out of date, and is published only when it is not', async () => {
  const past = {
    startsAt: house.clock.now - DAY,
    endsAt: house.clock.now - HOUR,
    validUntil: house.clock.now,
  }
  const { body } = await create(DONGAN, worker, false, past)
  const ask = (version: number) => house.ask(publishNotice, { id: body.id, version }, as(committee))
  expect((await ask(1)).problem.code).toBe('alreadyOver')
  await house.ask(editNotice, { id: body.id, version: 1, ...facts() }, as(worker))
  expect((await ask(1)).problem.code).toBe('stale')
  expect((await ask(2)).status).toBe(200)
})

test('every change is written down: who, what, and no words that were typed', async () => {
  const { body } = await create(DONGAN, worker, false, { title: '机密标题甲' })
  const { id } = body
  await house.ask(editNotice, { id, version: 1, ...facts({ title: '机密标题乙' }) }, as(worker))
  await house.ask(publishNotice, { id, version: 2 }, as(committee))
  await correct(id, 3, { body: '机密内容' }, '机密说明')
  await house.ask(withdrawNotice, { id, reason: '机密原因' }, as(committee))
  const rows = await house.store.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, id))
    .orderBy(desc(auditEntries.id))
  expect(rows.map(({ action, outcome }) => [action, outcome]).toReversed()).toEqual([
    ['notices.create', 'done'],
    ['notices.edit', 'done'],
    ['notices.publish', 'done'],
    ['notices.correct', 'done'],
    ['notices.withdraw', 'done'],
  ])
  expect(rows.every(({ actorId }) => actorId !== null)).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('机密')
})
