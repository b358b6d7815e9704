import type { Role } from '@tmt/shared/people/contract.ts'
import { CHENGDONG, DONGAN, HUAYUAN } from './city.ts'

const CITY = '321200000000'
/** 海陵区. */
const DISTRICT = '321202000000'

export type DemoPerson = {
  persona: string
  name: string
  phone: string
  role: Role
  division: string
  communityId: string
  /** The one grid that a grid worker looks after. */
  place?: string
}
export const people: DemoPerson[] = [
  {
    persona: 'resident',
    name: '演示居民甲',
    phone: '19900000001',
    role: 'resident',
    division: DONGAN,
    communityId: DONGAN,
  },
  {
    persona: 'villager',
    name: '演示村民乙',
    phone: '19900000002',
    role: 'resident',
    division: HUAYUAN,
    communityId: HUAYUAN,
  },
  {
    persona: 'worker',
    name: '演示社区工作者',
    phone: '19900000003',
    role: 'worker',
    division: DONGAN,
    communityId: DONGAN,
  },
  {
    persona: 'village-worker',
    name: '演示村务工作者',
    phone: '19900000004',
    role: 'worker',
    division: HUAYUAN,
    communityId: HUAYUAN,
  },
  {
    persona: 'committee',
    name: '演示居委会成员',
    phone: '19900000005',
    role: 'committee',
    division: DONGAN,
    communityId: DONGAN,
  },
  {
    persona: 'town',
    name: '演示街道工作人员',
    phone: '19900000006',
    role: 'town',
    division: CHENGDONG,
    communityId: DONGAN,
  },
  {
    persona: 'city',
    name: '演示市级工作人员',
    phone: '19900000007',
    role: 'city',
    division: CITY,
    communityId: DONGAN,
  },
  {
    persona: 'district',
    name: '演示市（区）工作人员',
    phone: '19900000010',
    role: 'district',
    division: DISTRICT,
    communityId: DONGAN,
  },
  {
    persona: 'grid',
    name: '演示网格员',
    phone: '19900000008',
    role: 'grid',
    division: DONGAN,
    communityId: DONGAN,
    place: `${DONGAN}-001`,
  },
  {
    persona: 'dpo',
    name: '演示信息保护负责人',
    phone: '19900000009',
    role: 'dpo',
    division: CITY,
    communityId: DONGAN,
  },
]
/** Residents who have signed up already, so that rosters are not empty. */
export const neighbours = Array.from({ length: 14 }, (_, i) => ({
  name: `演示居民${String(i + 1).padStart(2, '0')}号`,
  phone: `199000001${String(i + 1).padStart(2, '0')}`,
}))
