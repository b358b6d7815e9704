import type { PlaceKind } from './place-contract.ts'

// Codes of our own (《领域规格》 §12.2): a community's 12 digits, '-', and what no statistical code looks like.
// Area P and 6 digits, grid 3 digits, micro-grid the grid's and 3 digits more, building or group B and 4 digits.

type Series = 'P' | 'B' | 'grid' | 'microGrid'
const lengths: Record<Series, number> = { P: 6, B: 4, grid: 3, microGrid: 3 }
export const seriesOf: Record<PlaceKind, Series> = {
  area: 'P',
  grid: 'grid',
  microGrid: 'microGrid',
  building: 'B',
  group: 'B',
}

/** The code of the nth place of its kind below a community, or below a grid for a micro-grid; null when the digits are used up. */
export function placeCode(kind: PlaceKind, below: string, n: number) {
  const series = seriesOf[kind]
  const digits = String(n).padStart(lengths[series], '0')
  if (n < 1 || digits.length > lengths[series]) return null
  return `${below}-${series.length === 1 ? series : ''}${digits}`
}
/** The community that a place lies in. */
export function communityOf(code: string) {
  return code.slice(0, 12)
}
/** The grid of a micro-grid; a grid itself. */
export function gridOf(code: string) {
  return code.slice(0, 16)
}
/** Whether a place is this grid or micro-grid, or lies in it; `grid` is where the place is assigned to. */
export function isInGrid(grid: string | null, scope: string) {
  return grid !== null && (grid === scope || grid.startsWith(`${scope}-`))
}
/** As people read it, in groups: `321202 001 002 · B 0001`. */
export function sayPlaceCode(code: string) {
  const [digits = '', ...own] = code.split('-')
  const parts = own.map((part) => part.replace(/^([A-Z])/, '$1 '))
  return [`${digits.slice(0, 6)} ${digits.slice(6, 9)} ${digits.slice(9)}`, ...parts].join(' · ')
}
type Named = { code: string; name: string; area: string | null }
/** `东安花园 3号楼`: people know a building by where it stands. */
export function sayPlace(place: Named, places: readonly Named[]) {
  const area = place.area && places.find(({ code }) => code === place.area)
  return area ? `${area.name} ${place.name}` : place.name
}
