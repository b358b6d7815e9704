import type { Place } from '@tmt/shared/divisions/place-contract.ts'
import type { MyResidency } from '@tmt/shared/residency/contract.ts'
import type { Claim } from '@tmt/shared/residency/staff-contract.ts'
import { DAY, startOfDay } from '@tmt/shared/time.ts'

export const HOME = '01999999-0000-7000-8000-0000000000c1'
const COMMUNITY = '321202001001'

const shared = () => ({
  id: HOME,
  communityId: COMMUNITY,
  communityName: '演示居委会',
  place: `${COMMUNITY}-B0003`,
  placeName: '东安花园 3号楼',
  door: '2单元301室',
  kind: 'hukouAndLive' as const,
  since: startOfDay(Date.now()) - 400 * DAY,
  evidence: 'hukouBook' as const,
  certTail: null,
  status: 'pending' as const,
  version: 1,
  submittedAt: Date.now() - DAY,
  dueAt: Date.now() + 3 * DAY,
  urgedAt: null,
  decidedAt: null,
  reason: null,
  note: '',
  demo: true,
})
/** A home of mine that waits for its answer. */
export function home(more: Partial<MyResidency> = {}): MyResidency {
  return { ...shared(), primary: false, confirmBy: null, atDoor: false, ...more }
}
export function claim(more: Partial<Claim> = {}): Claim {
  return { ...shared(), name: '演示居民甲', phone: '199****0001', atDoor: false, conflict: null, ...more }
}
export const places: Place[] = [
  { code: `${COMMUNITY}-P000001`, kind: 'area', name: '东安花园', grid: null, area: null },
  { code: `${COMMUNITY}-P000002`, kind: 'area', name: '银杏苑', grid: null, area: null },
  { code: `${COMMUNITY}-001`, kind: 'grid', name: '第一网格', grid: null, area: null },
  {
    code: `${COMMUNITY}-B0003`,
    kind: 'building',
    name: '3号楼',
    grid: `${COMMUNITY}-001`,
    area: `${COMMUNITY}-P000001`,
  },
  { code: `${COMMUNITY}-B0007`, kind: 'building', name: '7号楼', grid: null, area: `${COMMUNITY}-P000002` },
]
