import {
  addPlace,
  changePlace,
  closePlace,
  listPlaces,
  managedPlaces,
} from '@tmt/shared/divisions/place-contract.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DONGAN, HUAYUAN } from '../demo/city.ts'
import { statusesOf } from '../testing/client.ts'
import { openHouse, type TestHouse } from '../testing/house.ts'
import { type Somebody, somebody } from '../testing/somebody.ts'

const EMPTY = '321202001003'
let house: TestHouse
let worker: Somebody
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  worker = await somebody(house, [
    { role: 'worker', division: EMPTY },
    { role: 'worker', division: DONGAN },
  ])
})
type New = Parameters<typeof house.ask<typeof addPlace>>[1]
const add = (place: Omit<New, 'communityId'>) =>
  house.ask(addPlace, { communityId: EMPTY, ...place }, { token: worker.token })
const shown = async (communityId = EMPTY) => (await house.ask(listPlaces, { communityId })).body.items

test('areas, grids, micro-grids and buildings are entered, each with a code of its series', async () => {
  const { body: area } = await add({ kind: 'area', name: ' 花园 ' })
  const { body: grid } = await add({ kind: 'grid', name: '第一网格' })
  const { body: micro } = await add({ kind: 'microGrid', name: '南片', grid: grid.code })
  const { body: building } = await add({ kind: 'building', name: '1号楼', area: area.code, grid: micro.code })
  const { body: group } = await add({ kind: 'group', name: '一组', grid: grid.code })
  expect([area, grid, micro, building, group].map(({ code }) => code)).toEqual([
    `${EMPTY}-P000001`,
    `${EMPTY}-001`,
    `${EMPTY}-001-001`,
    `${EMPTY}-B0001`,
    `${EMPTY}-B0002`,
  ])
  expect(area).toMatchObject({ name: '花园', closed: false, version: 1, demo: false })
  expect(building).toMatchObject({ area: area.code, grid: micro.code })
  // The answer that was kept before is gone.
  expect((await shown()).map(({ name }) => name)).toEqual(['花园', '1号楼', '第一网格', '一组', '南片'])
})

test('two who add at once get two codes, and one name is taken once', async () => {
  const replies = await Promise.all([add({ kind: 'area', name: '甲' }), add({ kind: 'area', name: '乙' })])
  expect(new Set(replies.map(({ body }) => body.code)).size).toBe(2)
  const same = await Promise.all([add({ kind: 'area', name: '丙' }), add({ kind: 'area', name: '丙' })])
  expect(statusesOf(same)).toEqual([200, 409])
})

test('two 小区 each have a 1号楼', async () => {
  const [east, west] = [
    (await add({ kind: 'area', name: '东' })).body,
    (await add({ kind: 'area', name: '西' })).body,
  ]
  expect((await add({ kind: 'building', name: '1号', area: east.code })).status).toBe(200)
  expect((await add({ kind: 'building', name: '1号', area: west.code })).status).toBe(200)
  expect((await add({ kind: 'building', name: '1号', area: west.code })).problem.code).toBe('nameTaken')
})

test('nothing is put into another community’s, or into what does not hold it', async () => {
  const grid = `${DONGAN}-001`
  const area = (await add({ kind: 'area', name: '丁' })).body.code
  for (const wrong of [
    { kind: 'microGrid', name: '一', grid },
    { kind: 'microGrid', name: '二', grid: area },
    { kind: 'building', name: '三', grid: area },
    { kind: 'building', name: '四', area: grid },
    { kind: 'area', name: '五', area },
    { kind: 'building', name: '六', area: `${EMPTY}-P999999` },
  ] as const)
    expect([wrong.name, (await add(wrong)).problem.code]).toEqual([wrong.name, 'wrongParent'])
})

test('renamed, closed, and used again; what is closed is shown to staff alone, and its code never given again', async () => {
  const { body: made } = await add({ kind: 'group', name: '旧名' })
  const { token } = worker
  const { code } = made
  const { body: renamed } = await house.ask(changePlace, { code, name: '新名', version: 1 }, { token })
  expect(renamed).toMatchObject({ name: '新名', version: 2 })
  const { body: closed } = await house.ask(closePlace, { code, closed: true, version: 2 }, { token })
  expect(closed).toMatchObject({ closed: true, version: 3 })
  expect((await shown()).map((place) => place.code)).not.toContain(code)
  const { body: all } = await house.ask(managedPlaces, { communityId: EMPTY }, { token })
  expect(all.items.find((place) => place.code === code)).toEqual(closed)

  const { body: next } = await add({ kind: 'group', name: '新名' })
  expect(next.code).not.toBe(code)
  const again = { code, closed: false, version: 3 }
  expect((await house.ask(closePlace, again, { token })).problem.code).toBe('nameTaken')
  await house.ask(changePlace, { code: next.code, name: '又一个', version: 1 }, { token })
  expect((await house.ask(closePlace, again, { token })).body.closed).toBe(false)
})

test('of two who change one version one is told', async () => {
  const { code } = (await add({ kind: 'group', name: '同时' })).body
  const change = (name: string) => house.ask(changePlace, { code, name, version: 1 }, { token: worker.token })
  const replies = await Promise.all([change('甲组'), change('乙组')])
  expect(statusesOf(replies)).toEqual([200, 409])
})

test('the demonstration’s two communities have theirs, marked as such', async () => {
  const [urban, village] = [await shown(DONGAN), await shown(HUAYUAN)]
  expect(urban.filter(({ kind }) => kind === 'building')).toHaveLength(9)
  expect(village.filter(({ kind }) => kind === 'group')).toHaveLength(6)
  const { body } = await house.ask(managedPlaces, { communityId: DONGAN }, { token: worker.token })
  expect(body.items.every(({ demo }) => demo)).toBe(true)
})
