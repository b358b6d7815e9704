import type { PlaceKind } from './place-contract.ts'

export const placeKindLabels: Record<PlaceKind, string> = {
  area: '小区',
  grid: '网格',
  microGrid: '微网格',
  building: '楼栋',
  group: '村民小组',
}
