import type { Division, DivisionKind, Level } from '@tmt/shared/divisions/contract.ts'
import { getDivision } from '@tmt/shared/divisions/contract.ts'
import { listChildren, searchDivisions } from '@tmt/shared/divisions/search-contract.ts'
import { CITY, isVirtual, kindOf, levelOf, parentOf } from '@tmt/shared/divisions/rules.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { register } from './register.ts'
import { findDivision, saveCounter, saveRegister } from './store.ts'
import { divisions } from './tables.ts'

const CHENGDONG = '321202001000'
let house: TestHouse
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const units = register()
const tally = <K extends string>(keys: K[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, same]) => [key, same.length]))
const childrenOf = async (code: string) => (await house.ask(listChildren, { code })).body.items
const search = async (q: string) => (await house.ask(searchDivisions, { q })).body.items
const namesOf = (items: { division: Division }[]) => items.map(({ division }) => division.name)

test('the register holds what the statistics of 2023 hold', () => {
  const levels: Record<Level, number> = { city: 1, district: 6, town: 109, community: 1745 }
  expect(tally(units.map(({ level }) => level))).toEqual(levels)
  const communities = units.filter(({ level }) => level === 'community')
  const kinds: Partial<Record<DivisionKind, number>> = { urban: 555, village: 1166, statistical: 24 }
  expect(tally(communities.map(({ kind }) => kind))).toEqual(kinds)
  // What is counted wherever communities are counted.
  expect(communities.filter(({ kind }) => kind !== 'statistical')).toHaveLength(1721)
})

test('codes are unique, and each unit hangs under one that is there and one level higher', () => {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  expect(byCode.size).toBe(units.length)
  const levelAbove = { community: 'town', town: 'district', district: 'city', city: 'nothing' }
  for (const { code, name, level, kind, parent } of units) {
    expect([level, kind, parent]).toEqual([levelOf(code), kindOf(code), parentOf(code)])
    expect(name).toMatch(/^[\u4e00-\u9fff-]{2,30}$/)
    const above = parent === null ? 'nothing' : byCode.get(parent)?.level
    expect([code, above]).toEqual([code, levelAbove[level]])
  }
})

test('what a unit is shows in its name, whatever its town is', () => {
  const communities = units.filter(({ level }) => level === 'community')
  const endings: Record<string, RegExp> = {
    urban: /(居委会|居民委员会|社区)$/,
    village: /(村委会|村民委员会|村)$/,
    statistical: /(社区|生活区)$/,
  }
  const odd = communities.filter(({ kind, name }) => !endings[kind]!.test(name))
  expect(odd.map(({ name }) => name)).toEqual([])
  // A street may have a village (《领域规格》 §12.1).
  expect([kindOf(DONGAN), kindOf(HUAYUAN), kindOf(CHENGDONG)]).toEqual(['urban', 'village', 'street'])
})

test('the database holds the register, and holds it once', async () => {
  await house.store.write((tx) => saveRegister(tx, units))
  expect(await house.store.read.$count(divisions)).toBe(units.length)
})

test('writing the register again keeps what the operator entered, and takes new names over', async () => {
  const code = '321202002001'
  const contact = { phone: '0523-00000199', counter: '便民服务窗口', demo: false }
  await house.store.write((tx) => saveCounter(tx, code, contact))
  const [unit] = units.filter((one) => one.code === code)
  await house.store.write((tx) => saveRegister(tx, [{ ...unit!, name: '改了名的居委会' }]))
  expect(await findDivision(house.store.read, code)).toMatchObject({ ...contact, name: '改了名的居委会' })
  await house.store.write((tx) => saveRegister(tx, units))
  expect(await findDivision(house.store.read, code)).toMatchObject({ ...contact, name: unit!.name })
})

test('browsing from the city down reaches every unit but the virtual ones', async () => {
  const districts = await childrenOf(CITY)
  expect(districts.map(({ name }) => name)).toEqual([
    '海陵区',
    '高港区',
    '姜堰区',
    '兴化市',
    '靖江市',
    '泰兴市',
  ])
  // Ten towns of each district by HTTP, all by the register.
  for (const district of districts.slice(0, 2)) {
    const towns = await childrenOf(district.code)
    expect(towns).toEqual(units.filter(({ parent }) => parent === district.code).toSorted(byCode))
    for (const town of towns.slice(0, 10)) {
      const expected = units.filter((unit) => unit.parent === town.code && !isVirtual(unit))
      expect(await childrenOf(town.code)).toEqual(expected.toSorted(byCode))
    }
  }
  expect(await childrenOf(DONGAN)).toEqual([])
})
const byCode = (a: Division, b: Division) => (a.code < b.code ? -1 : 1)

test('virtual units are listed nowhere; a living quarter is', async () => {
  const virtual = units.filter(isVirtual)
  expect(virtual).toHaveLength(17)
  for (const { name, parent } of virtual.slice(0, 3)) {
    expect((await childrenOf(parent!)).map((child) => child.name)).not.toContain(name)
    expect(namesOf(await search(name))).toEqual([])
  }
  expect(await search('虚拟')).toEqual([])
  expect(namesOf(await search('种猪场生活区'))).toEqual(['黄桥种猪场生活区'])
})

test('a unit is shown with what stands above it', async () => {
  const { body } = await house.ask(getDivision, { code: DONGAN })
  expect(body.division).toEqual({
    code: DONGAN,
    name: '东安居委会',
    level: 'community',
    kind: 'urban',
    parent: CHENGDONG,
  })
  expect(body.path.map(({ name }) => name)).toEqual(['泰州市', '海陵区', '城东街道'])
  const { body: city } = await house.ask(getDivision, { code: CITY })
  expect(city).toMatchObject({ path: [], phone: null, counter: null, division: { parent: null } })
})

test('the telephone is the own one, or that of the nearest unit above', async () => {
  const { body: own } = await house.ask(getDivision, { code: DONGAN })
  expect(own).toMatchObject({ phone: '0523-00000101', demo: true, answeredBy: { code: DONGAN } })
  // 城东街道 answers for a community that has none.
  const sibling = units.find(
    ({ parent, code }) => parent === CHENGDONG && code !== DONGAN && code !== HUAYUAN,
  )!
  const { body: inherited } = await house.ask(getDivision, { code: sibling.code })
  expect(inherited).toMatchObject({
    phone: '0523-00000100',
    answeredBy: { name: '城东街道' },
    counter: expect.stringContaining('城东街道'),
    demo: true,
  })
  const { body: none } = await house.ask(getDivision, { code: '321283200222' })
  expect(none).toMatchObject({ phone: null, counter: null, demo: false, answeredBy: null })
})

test.each([
  ['321202001999', 404],
  ['321299000000', 404],
  ['320102001002', 422],
  ['32120200100', 422],
  ['x', 422],
])('%s is answered with %i', async (code, status) => {
  expect((await house.ask(getDivision, { code })).status).toBe(status)
  expect((await house.ask(listChildren, { code })).status).toBe(status)
})

test('names are found by any part, those that begin with it first, with what they are in', async () => {
  const found = await search('东安')
  expect(found[0]).toEqual({
    division: expect.objectContaining({ code: DONGAN, name: '东安居委会' }),
    within: '海陵区 城东街道',
  })
  const begins = namesOf(found).map((name) => name.startsWith('东安'))
  expect(begins).toEqual(begins.toSorted((a, b) => Number(b) - Number(a)))
  expect(await search(' 城东街道 ')).toEqual([
    { division: expect.objectContaining({ code: CHENGDONG, level: 'town' }), within: '海陵区' },
  ])
})

test('a search gives thirty at most, and only towns and communities', async () => {
  const found = await search('村')
  expect(found).toHaveLength(30)
  expect(new Set(found.map(({ division }) => division.level))).toEqual(new Set(['community']))
  expect(await search('海陵区')).toEqual([])
  expect(namesOf(await search('泰州市'))).toEqual([])
})

test('what a pattern would mean is only a sign here', async () => {
  for (const q of ['%', '_', '%安%', '东_居委会', '\\', "'", "' or 1=1 --", '东安%', '*', '?'])
    expect([q, await search(q)]).toEqual([q, []])
})

test.each([[''], ['   '], ['\u200b'], ['很'.repeat(21)], ['东\u0000安']])('%j is no search', async (q) => {
  const { status, problem } = await house.ask(searchDivisions, { q })
  expect([status, problem.code, problem.fields?.map(({ path }) => path)]).toEqual([
    422,
    'invalidInput',
    ['q'],
  ])
})

test('twenty characters may be looked for', async () => {
  const { status, body } = await house.ask(searchDivisions, { q: '很'.repeat(20) })
  expect([status, body.items]).toEqual([200, []])
})

test('answers about divisions may be kept by everybody, and are the same from the cache', async () => {
  const first = await house.ask(getDivision, { code: HUAYUAN })
  const second = await house.ask(getDivision, { code: HUAYUAN })
  expect(second.body).toEqual(first.body)
  const etag = second.headers.get('etag')!
  const third = await house.ask(getDivision, { code: HUAYUAN }, { headers: { 'if-none-match': etag } })
  expect(third.status).toBe(304)
})
