import type { OrganizationFacts } from '@tmt/shared/organizations/contract.ts'
import { DONGAN, HUAYUAN } from './city.ts'

// 演示数据: invented offices. No local number begins with 0, so that nobody real is rung.

type DemoOrganization = OrganizationFacts & { communityId: string }
const card = (
  communityId: string,
  kind: OrganizationFacts['kind'],
  name: string,
  last: string,
  purpose: string,
  hours = '',
  place = '',
): DemoOrganization => ({ communityId, kind, name, phone: `0523-00000${last}`, purpose, hours, place })

export const demoOrganizations: readonly DemoOrganization[] = [
  card(
    DONGAN,
    'committee',
    '东安居委会（演示）',
    '101',
    '开证明、办登记、有事不知道找谁，都可以先打这里',
    '每天 8:30–18:00',
    '居委会一楼窗口（演示地址）',
  ),
  card(
    DONGAN,
    'grid',
    '网格服务站（演示）',
    '111',
    '路灯不亮、楼道堵了、要人上门帮办，找本网格的网格员',
    '每天 8:00–20:00',
  ),
  card(
    DONGAN,
    'police',
    '社区警务室（演示）',
    '112',
    '租房登记、邻里纠纷、遇到可疑的电话。有危险请直接拨 110',
    '每天 8:30–21:00',
    '居委会西侧警务室（演示地址）',
  ),
  card(DONGAN, 'justice', '城东司法所（演示）', '113', '申请调解、法律援助', '工作日 9:00–17:30'),
  card(
    DONGAN,
    'lawyer',
    '法律顾问（演示）',
    '114',
    '遗嘱、租房、工钱，约时间当面问，不收费',
    '每周三 14:00–17:00',
  ),
  card(
    DONGAN,
    'association',
    '人民调解委员会（演示）',
    '115',
    '邻里吵架、漏水赔偿，请人来调解',
    '工作日 9:00–17:00',
    '居委会调解室（演示地址）',
  ),
  card(
    DONGAN,
    'clinic',
    '社区卫生服务站（演示）',
    '116',
    '量血压、配常用药、家庭医生签约',
    '每天 8:00–17:00',
  ),
  card(DONGAN, 'property', '小区物业服务处（演示）', '117', '停水、电梯坏了、门禁打不开', '全天有人接'),
  card(
    HUAYUAN,
    'committee',
    '花园村村委会（演示）',
    '102',
    '开证明、问村务，有事先打这里',
    '每天 8:00–17:30',
  ),
  card(HUAYUAN, 'police', '一村一辅警（演示）', '121', '治安、防骗、走失老人。有危险请直接拨 110'),
  card(HUAYUAN, 'clinic', '村卫生室（演示）', '122', '看小病、量血压、打预防针', '每天 8:00–17:00'),
]
