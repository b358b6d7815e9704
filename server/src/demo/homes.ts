import type { Evidence, Kind, Reason, Status } from '@tmt/shared/residency/contract.ts'
import { DONGAN, HUAYUAN } from './city.ts'

// 演示数据: invented 小区, grids, buildings and doors of the two demonstration communities.

export type DemoPlace = { name: string; grid?: number; micro?: number; area?: number }
export type DemoCommunity = {
  communityId: string
  areas: string[]
  grids: { name: string; micro: string[] }[]
  homes: { kind: 'building' | 'group'; place: DemoPlace }[]
}
const building = (name: string, area: number, grid: number, micro: number) => ({
  kind: 'building' as const,
  place: { name, area, grid, micro },
})
const group = (name: string, grid: number) => ({ kind: 'group' as const, place: { name, grid } })
export const communities: DemoCommunity[] = [
  {
    communityId: DONGAN,
    areas: ['东安花园', '银杏苑'],
    grids: [
      { name: '第一网格', micro: ['东安花园南片', '东安花园北片'] },
      { name: '第二网格', micro: ['银杏苑'] },
    ],
    homes: [
      building('1号楼', 1, 1, 1),
      building('2号楼', 1, 1, 1),
      building('3号楼', 1, 1, 1),
      building('4号楼', 1, 1, 2),
      building('5号楼', 1, 1, 2),
      building('6号楼', 1, 1, 2),
      building('1号楼', 2, 2, 1),
      building('2号楼', 2, 2, 1),
      building('3号楼', 2, 2, 1),
    ],
  },
  {
    communityId: HUAYUAN,
    areas: [],
    grids: [
      { name: '东片网格', micro: [] },
      { name: '西片网格', micro: [] },
    ],
    homes: ['一', '二', '三', '四', '五', '六'].map((n, i) => group(`第${n}村民小组`, i < 3 ? 1 : 2)),
  },
]

export type DemoHome = {
  /** A persona's or a neighbour's number. */
  phone: string
  communityId: string
  /** Its number in the list of homes, from 1. */
  home: number
  door: string
  kind: Kind
  evidence: Evidence
  status: Status
  /** Years since. */
  years: number
  /** Days until it has to be confirmed. */
  daysLeft?: number
  /** Working days that it has waited so far. */
  waited?: number
  reason?: Reason
  note?: string
}
const neighbour = (n: number) => `199000001${String(n).padStart(2, '0')}`
const here = (n: number, home: number, door: string, more: Partial<DemoHome> = {}): DemoHome => ({
  phone: neighbour(n),
  communityId: DONGAN,
  home,
  door,
  kind: 'hukouAndLive',
  evidence: 'hukouBook',
  status: 'pending',
  years: 6,
  ...more,
})
const owning = { kind: 'ownerOnly', evidence: 'propertyCert' } as const
const renting = { kind: 'liveOnly', evidence: 'lease', years: 1 } as const
export const homes: DemoHome[] = [
  {
    ...here(0, 3, '2单元301室'),
    phone: '19900000001',
    status: 'verified',
    years: 12,
    daysLeft: 320,
  },
  {
    ...here(0, 8, '1单元502室'),
    phone: '19900000001',
    kind: 'ownerOnly',
    evidence: 'propertyCert',
    status: 'verified',
    years: 3,
    daysLeft: 20,
  },
  {
    ...here(0, 2, '12号'),
    phone: '19900000002',
    communityId: HUAYUAN,
    status: 'verified',
    years: 30,
    daysLeft: 300,
  },
  here(1, 3, '2单元301室', { status: 'verified', daysLeft: 320, years: 12 }),
  here(2, 3, '1单元102室', { status: 'verified', daysLeft: 200 }),
  here(1, 8, '1单元502室', { ...owning, status: 'verified', daysLeft: 200, years: 3 }),
  here(13, 4, '1单元301室', { ...owning, evidence: 'saleContract', status: 'verified', daysLeft: 90 }),
  here(3, 1, '3单元401室', { waited: 5 }),
  here(4, 2, '1单元203室', { ...renting, waited: 3 }),
  here(5, 4, '2单元602室', { waited: 2 }),
  here(6, 6, '1单元101室', { ...renting, evidence: 'gridWitness', waited: 1 }),
  here(7, 7, '3单元302室', { kind: 'ownerOnly', evidence: 'propertyCert', waited: 1 }),
  here(8, 9, '2单元404室', { kind: 'hukouOnly', waited: 0 }),
  here(9, 5, '临街商铺 3', { kind: 'workOnly', evidence: 'gridWitness', years: 2, waited: 0 }),
  here(10, 2, '2单元201室', {
    ...renting,
    status: 'needMore',
    waited: 4,
    reason: 'evidenceMissing',
    note: '请带租房合同到窗口，或等网格员周四上门时给他看一下。',
  }),
  here(11, 3, '5号', { communityId: HUAYUAN, waited: 2 }),
  here(12, 5, '18号', { communityId: HUAYUAN, waited: 1, evidence: 'gridWitness' }),
]
/** Whom the worker found to be the head of a household, by their number. */
export const heads = ['19900000001', neighbour(2)]
/** What a worker entered for a unit: by the number of one of its owners. Areas are in 0.01 m². */
export const units = [
  { of: '19900000001', area: 9_865, basis: 'register', owners: 2 },
  { of: neighbour(13), area: 11_240, basis: 'contract', owners: 1 },
] as const
/** Who of the owners of a unit is proposed to speak for it, and by which of the others. */
export const proposed = { to: '19900000001', by: neighbour(1) }
/** What the papers of the 小区 say, in the order of the places. */
export const totals = [
  { area: 1, units: 216, total: 2_203_480 },
  { area: 2, units: 108, total: 1_026_150 },
] as const
/** The worker's relative, whose claim a colleague has to look at. */
export const relative = { of: '19900000003', phone: neighbour(5), relation: 'sibling' } as const
/** Those who verify have said who their relatives are. */
export const declared = ['19900000003', '19900000004', '19900000008']
