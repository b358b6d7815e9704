import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DivisionCode } from '../codes.ts'
import { PlaceCode, PlaceKind } from './place-contract.ts'
import { placeKindLabels } from './place-labels.ts'
import { communityOf, gridOf, isInGrid, placeCode, sayPlace, sayPlaceCode, seriesOf } from './place-rules.ts'

const DONGAN = '321202001002'

test.each([
  ['area', DONGAN, 1, '321202001002-P000001'],
  ['grid', DONGAN, 12, '321202001002-012'],
  ['microGrid', `${DONGAN}-012`, 3, '321202001002-012-003'],
  ['building', DONGAN, 1, '321202001002-B0001'],
  ['group', DONGAN, 9999, '321202001002-B9999'],
] as const)('%s below %s, number %i: %s', (kind, below, n, code) => {
  expect(placeCode(kind, below, n)).toBe(code)
  expect(PlaceCode.safeParse(code).success).toBe(true)
})

test('digits that are used up make no code', () => {
  expect([placeCode('grid', DONGAN, 1000), placeCode('building', DONGAN, 10_000)]).toEqual([null, null])
  expect([placeCode('area', DONGAN, 1_000_000), placeCode('grid', DONGAN, 0)]).toEqual([null, null])
})

test('no code of ours is a statistical one, and each leads back to its community', () => {
  const place = fc.tuple(fc.constantFrom(...PlaceKind.options), fc.integer({ min: 1, max: 999 }))
  fc.assert(
    fc.property(place, ([kind, n]) => {
      const code = placeCode(kind, kind === 'microGrid' ? `${DONGAN}-001` : DONGAN, n)!
      expect(DivisionCode.safeParse(code).success).toBe(false)
      expect(DivisionCode.safeParse(code.replaceAll('-', '')).success).toBe(false)
      expect(communityOf(code)).toBe(DONGAN)
    }),
  )
})

test('codes of one series differ where their numbers do', () => {
  const n = fc.integer({ min: 1, max: 999 })
  fc.assert(
    fc.property(fc.constantFrom(...PlaceKind.options), n, n, (kind, a, b) => {
      expect(placeCode(kind, DONGAN, a) === placeCode(kind, DONGAN, b)).toBe(a === b)
    }),
  )
})

test('buildings and groups share a series, since both are homes of a door', () => {
  expect(seriesOf.building).toBe(seriesOf.group)
})

test('a grid looks after what is assigned to it and to its micro-grids', () => {
  const grid = `${DONGAN}-001`
  expect(isInGrid(grid, grid)).toBe(true)
  expect(isInGrid(`${grid}-002`, grid)).toBe(true)
  expect(isInGrid(grid, `${grid}-002`)).toBe(false)
  expect(isInGrid(`${DONGAN}-0011`, grid)).toBe(false)
  expect(isInGrid(null, grid)).toBe(false)
  expect(gridOf(`${grid}-002`)).toBe(grid)
})

test('codes are said in groups, never as one long number', () => {
  expect(sayPlaceCode('321202001002-B0001')).toBe('321202 001 002 · B 0001')
  expect(sayPlaceCode('321202001002-001-002')).toBe('321202 001 002 · 001 · 002')
})

test('a building is said with the 小区 that it stands in', () => {
  const area = { code: `${DONGAN}-P000001`, name: '东安花园', area: null }
  const building = { code: `${DONGAN}-B0001`, name: '1号楼', area: area.code }
  expect(sayPlace(building, [area, building])).toBe('东安花园 1号楼')
  expect(sayPlace(area, [area, building])).toBe('东安花园')
  expect(sayPlace(building, [building])).toBe('1号楼')
})

test('every kind has its word', () => {
  expect(Object.keys(placeKindLabels).toSorted()).toEqual(PlaceKind.options.toSorted())
})
