import type { Seat } from '@tmt/shared/residency/seat-contract.ts'
import { DAY } from '@tmt/shared/time.ts'

const id = (last: string) => `01999999-0000-7000-8000-0000000000${last}`
export const PARTNER = id('d2')
export const PROPOSAL = id('d9')
/** A household of two and a child, whose head speaks for it. */
export function seat(more: Partial<Seat> = {}): Seat {
  const other = { me: false, head: false, representative: false, minor: false }
  return {
    id: id('d0'),
    purpose: 'household',
    communityId: '321202001001',
    communityName: '演示居委会',
    placeName: '东安花园 3号楼',
    door: '2单元301室',
    members: [
      { id: id('d1'), name: '演示家人甲', me: true, head: true, representative: true, minor: false },
      { ...other, id: PARTNER, name: '演示家人乙' },
      { ...other, id: id('d3'), name: '演示家人丙', minor: true },
    ],
    unit: null,
    proposal: null,
    history: [{ at: Date.now() - 90 * DAY, name: '演示家人甲', how: 'head' }],
    version: 3,
    demo: true,
    ...more,
  }
}
