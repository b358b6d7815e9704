import { getNotice, listNotices, type NoticeFacts, type NoticeWords } from '@tmt/shared/notices/contract.ts'
import {
  correctNotice,
  createNotice,
  editNotice,
  managedNotices,
  publishNotice,
} from '@tmt/shared/notices/staff-contract.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CHENGDONG, DONGAN, HUAYUAN } from '../demo/city.ts'
import { findPlace, insertPlace, updatePlace } from '../divisions/place-store.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { somebody } from '../testing/somebody.ts'
import { noticeVersions } from './tables.ts'
import { factsFrom, postNotice } from './testing/notice.ts'

const GARDEN = { code: `${DONGAN}-P000001`, name: '东安花园' }
const GRID = { code: `${DONGAN}-001`, name: '第一网格' }
let house: TestHouse
let committee: string
let worker: string
let town: string
beforeAll(async () => {
  house = await openHouse()
  committee = (await somebody(house, [{ role: 'committee', division: DONGAN }])).token
  worker = (await somebody(house, [{ role: 'worker', division: DONGAN }])).token
  town = (await somebody(house, [{ role: 'town', division: CHENGDONG }])).token
})
afterAll(() => house.close())
beforeEach(() => {
  house.clock.now += 60_000
})
const as = (token: string) => ({ token })
const create = (changes: Partial<NoticeFacts>, token = committee, division = DONGAN, publish = true) =>
  house.ask(createNotice, { division, ...factsFrom(house.clock.now, changes), publish }, as(token))
const narrow = { places: [GRID.code, GARDEN.code, GRID.code], ageFrom: 60 }

test('it says whom it is for, by names, to whoever reads: the same words in the list and in the notice', async () => {
  const { body } = await create(narrow)
  const audience = { places: [GRID, GARDEN], ageFrom: 60, ageTo: null }
  expect(body).toMatchObject(audience)
  const { token } = await somebody(house, [{ role: 'resident', division: DONGAN }])
  for (const how of [{}, as(token)]) {
    expect((await house.ask(getNotice, { id: body.id }, how)).body).toMatchObject(audience)
    const { items } = (await house.ask(listNotices, { division: DONGAN }, how)).body
    expect(items.find(({ id }) => id === body.id)).toMatchObject(audience)
  }
  const { items } = (await house.ask(managedNotices, { division: DONGAN }, as(worker))).body
  expect(items.find(({ id }) => id === body.id)).toMatchObject(audience)
})

test('one that names nobody is for everybody in its unit', async () => {
  const everybody = { places: [], ageFrom: null, ageTo: null }
  expect((await create({})).body).toMatchObject(everybody)
  expect((await create({ places: [] })).body).toMatchObject(everybody)
})

test.each([
  ['a grid of the next community', `${HUAYUAN}-001`],
  ['a 小区 that nobody entered', `${DONGAN}-P000999`],
])('%s is no place of this community', async (_name, code) => {
  for (const publish of [true, false]) {
    const { status, problem } = await create({ places: [GRID.code, code] }, committee, DONGAN, publish)
    expect([status, problem.code]).toEqual([422, 'wrongPlace'])
  }
})

test.each([
  ['places', [`${DONGAN}-B0001`]],
  ['places', [`${DONGAN}-001-001`]],
  ['places', [DONGAN]],
  ['places', Array.from({ length: 21 }, () => GRID.code)],
  ['ageFrom', -1],
  ['ageTo', 121],
  ['ageFrom', 60.5],
])('%s can not be %j', async (field, value) => {
  const { status, problem } = await create({ [field]: value })
  expect([status, problem.code, problem.fields?.[0]?.path.split('.')[0]]).toEqual([
    422,
    'invalidInput',
    field,
  ])
})

test('a unit above names ages, but no places: those are the communities’ own', async () => {
  expect((await create({ ageFrom: 60, ageTo: 80 }, town, CHENGDONG)).body).toMatchObject({
    places: [],
    ageFrom: 60,
    ageTo: 80,
  })
  expect((await create({ places: [GRID.code] }, town, CHENGDONG)).problem.code).toBe('wrongPlace')
})

test('a place that was closed since is not published, and a draft can leave it out', async () => {
  const code = await house.store.write(async (tx) => {
    const place = {
      communityId: DONGAN,
      kind: 'grid' as const,
      name: '临时网格',
      gridCode: null,
      areaCode: null,
    }
    return (await insertPlace(tx, place))!
  })
  const { body } = await create({ places: [code] }, worker, DONGAN, false)
  expect(body.places).toEqual([{ code, name: '临时网格' }])
  const { version } = (await findPlace(house.store.read, code))!
  await house.store.write((tx) => updatePlace(tx, code, version, { closedAt: house.clock.now }))
  const publish = (v: number) => house.ask(publishNotice, { id: body.id, version: v }, as(committee))
  expect((await publish(1)).problem.code).toBe('wrongPlace')
  const facts = factsFrom(house.clock.now)
  expect(
    (await house.ask(editNotice, { id: body.id, version: 1, ...facts }, as(worker))).body.places,
  ).toEqual([])
  expect((await publish(2)).body).toMatchObject({ status: 'published', places: [] })
})

test('a correction says whom it was for before, and readers see it in the list at once', async () => {
  const id = await postNotice(house, narrow)
  const facts = factsFrom(house.clock.now, { places: [GARDEN.code], ageTo: 80 })
  const ask = { id, version: 1, note: '只停东安花园', ...facts }
  expect((await house.ask(correctNotice, ask, as(worker))).status).toBe(403)
  const { body } = await house.ask(correctNotice, ask, as(committee))
  expect(body).toMatchObject({ places: [GARDEN], ageFrom: null, ageTo: 80 })
  expect(body.corrections[0]!.before).toMatchObject({ places: [GRID, GARDEN], ageFrom: 60, ageTo: null })
  const { items } = (await house.ask(listNotices, { division: DONGAN })).body
  expect(items.find((item) => item.id === id)).toMatchObject({ places: [GARDEN], ageTo: 80 })
})

test('what was corrected before notices had an audience was for everybody', async () => {
  const id = await postNotice(house)
  const facts = factsFrom(house.clock.now, { body: '改过。' })
  await house.ask(correctNotice, { id, version: 1, note: '改了内容', ...facts }, as(committee))
  await house.store.write(async (tx) => {
    const [row] = await tx.select().from(noticeVersions).where(eq(noticeVersions.noticeId, id))
    const { places: _p, ageFrom: _f, ageTo: _t, ...older } = row!.words
    await tx
      .update(noticeVersions)
      .set({ words: older as NoticeWords })
      .where(eq(noticeVersions.noticeId, id))
  })
  house.answers.dropAll()
  const { corrections } = (await house.ask(getNotice, { id })).body
  expect(corrections[0]!.before).toMatchObject({ places: [], ageFrom: null, ageTo: null })
})
