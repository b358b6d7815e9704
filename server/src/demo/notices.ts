import type { NoticeFacts } from '@tmt/shared/notices/contract.ts'
import { DAY, HOUR, startOfDay } from '@tmt/shared/time.ts'
import { CHENGDONG, DONGAN, HUAYUAN } from './city.ts'

// 演示数据: invented notices. Their telephones are those of the demonstration's counters, which ring nowhere.

const CITY = '321200000000'

export type DemoNotice = NoticeFacts & {
  division: string
  /** When it was written, and let out unless it is a draft. */
  at: number
  publish: boolean
  /** How many of the neighbours have read it. */
  reads: number
  /** What was put right later, and when. */
  correction?: { at: number; note: string; facts: Partial<NoticeFacts> }
  withdrawal?: { at: number; reason: string }
}

/** The notices of a demonstration that begins now: water is off today, something is due, something was corrected. */
export function noticesFrom(now: number): DemoNotice[] {
  const today = startOfDay(now)
  const hour = Math.floor(now / HOUR) * HOUR
  const plain = { urgent: false, pinned: false, publish: true, reads: 0 }
  const dongan = { ...plain, division: DONGAN, phone: '0523-00000101' }
  const huayuan = { ...plain, division: HUAYUAN, phone: '0523-00000102' }
  const chengdong = { ...plain, division: CHENGDONG, phone: '0523-00000100' }
  return [
    {
      ...plain,
      division: CITY,
      kind: 'other',
      title: '寒潮降温，注意防冻防滑',
      body: '未来两天最低气温降到零下5℃，路面会结冰。\n1. 室外水管请包好，夜里关紧总阀。\n2. 老人早晚少出门，出门穿防滑鞋。\n3. 用煤炉、燃气取暖请开窗通风。\n有危险请拨110、119、120，其他事请拨12345。',
      startsAt: today + 18 * HOUR,
      endsAt: today + 2 * DAY,
      validUntil: today + 3 * DAY,
      urgent: true,
      phone: '12345',
      reads: 9,
      at: now - 5 * HOUR,
    },
    {
      ...dongan,
      kind: 'outage',
      title: '3号楼至8号楼临时停水',
      // 东安花园.
      places: [`${DONGAN}-P000001`],
      body: '3号楼西侧主水管漏水，自来水公司抢修，3至8号楼停水，1、2号楼水压会变小。\n请提前存水。来水后先放1分钟，水清了再用。\n家里有病人、婴儿要用水的，请打电话，社区送水上门。',
      startsAt: hour + 2 * HOUR,
      endsAt: hour + 6 * HOUR,
      validUntil: hour + 12 * HOUR,
      urgent: true,
      reads: 12,
      at: now - HOUR,
    },
    {
      ...dongan,
      kind: 'payment',
      title: '明年的居民医保还没交的请抓紧',
      body: '在泰州通、微信“江苏医保云”都能交，也可以带身份证到社区窗口，工作人员帮您交。\n低保、特困、重度残疾居民不用自己交，有疑问请打电话。\n社区不会上门收现金，也不会发链接让您转账。',
      endsAt: today + 20 * DAY + 17 * HOUR,
      validUntil: today + 21 * DAY,
      pinned: true,
      reads: 8,
      at: now - 4 * DAY,
    },
    {
      ...dongan,
      kind: 'checkup',
      title: '65岁以上老人免费体检',
      ageFrom: 65,
      body: '社区卫生服务中心到社区来，量血压、抽血、做心电图。\n请空腹，带身份证。走不动的请打电话，医生上门。',
      startsAt: today + 3 * DAY + 7.5 * HOUR,
      endsAt: today + 3 * DAY + 10.5 * HOUR,
      validUntil: today + 4 * DAY,
      reads: 10,
      at: now - 2 * DAY,
      correction: {
        at: now - 3 * HOUR,
        note: '体检往后推一天，地点不变',
        facts: {
          startsAt: today + 4 * DAY + 7.5 * HOUR,
          endsAt: today + 4 * DAY + 10.5 * HOUR,
          validUntil: today + 5 * DAY,
        },
      },
    },
    {
      ...dongan,
      kind: 'party',
      title: '周末党员先锋岗：磨刀修伞理发',
      body: '党员志愿者在小区中心广场，磨刀、修伞、理发都不收费。行动不便的请打电话登记，上门服务。',
      startsAt: today + 5 * DAY + 9 * HOUR,
      endsAt: today + 5 * DAY + 11 * HOUR,
      validUntil: today + 6 * DAY,
      reads: 4,
      at: now - 3 * DAY,
    },
    {
      ...dongan,
      kind: 'outage',
      title: '5号楼停电检修',
      body: '供电公司检修5号楼配电箱，5号楼停电，电梯停运。',
      startsAt: today - 6 * DAY + 9 * HOUR,
      endsAt: today - 6 * DAY + 11.5 * HOUR,
      validUntil: today - 5 * DAY,
      reads: 11,
      at: now - 8 * DAY,
    },
    {
      ...dongan,
      kind: 'other',
      title: '东门道闸更换',
      body: '更换东门道闸，当天请走南门。',
      startsAt: today + 2 * DAY + 9 * HOUR,
      endsAt: today + 2 * DAY + 17 * HOUR,
      validUntil: today + 3 * DAY,
      reads: 3,
      at: now - DAY,
      withdrawal: { at: now - 2 * HOUR, reason: '设备没到货，改期后再通知' },
    },
    {
      ...dongan,
      kind: 'other',
      title: '电动车充电棚夜间关灯时间',
      body: '11月起充电棚22:30关灯，充电不受影响。请把车停在线内，不要飞线充电。',
      validUntil: today + 30 * DAY,
      publish: false,
      at: now - 2 * HOUR,
    },
    {
      ...chengdong,
      kind: 'policy',
      title: '80岁以上老人尊老金怎么领',
      body: '户籍在本市、年满80周岁的老人，由本人或家人带身份证、银行卡到村（社区）窗口登记，次月起按月发到卡上。\n已经在领的不用再办；搬了家的请到新的村（社区）说一声。\n标准和手续以当地规定为准。',
      validUntil: today + 180 * DAY,
      reads: 6,
      at: now - 6 * DAY,
    },
    {
      ...huayuan,
      kind: 'outage',
      title: '村东台区停电检修',
      body: '供电所更换变压器，一组至四组停电。请提前给手机充电，冰箱少开门。家里有用呼吸机的请马上打电话。',
      startsAt: today + DAY + 8 * HOUR,
      endsAt: today + DAY + 16 * HOUR,
      validUntil: today + 2 * DAY,
      urgent: true,
      reads: 7,
      at: now - 4 * HOUR,
    },
    {
      ...huayuan,
      kind: 'payment',
      title: '农业保险开始登记',
      body: '种粮户请带身份证和土地承包证到党群服务中心登记小麦保险，登记后再交费。',
      endsAt: today + 10 * DAY + 17 * HOUR,
      validUntil: today + 11 * DAY,
      reads: 5,
      at: now - 2 * DAY,
    },
  ]
}
