import type { ActivityFacts } from '@tmt/shared/activities/detail-contract.ts'
import { DAY, HOUR, startOfDay } from '@tmt/shared/time.ts'

// 演示数据: real divisions, invented persons, activities and telephone numbers. No local number begins with 0,
// and mobile numbers are counted up from zeros, so that nobody real is rung.

/** 海陵区城东街道: a residents' committee and a villagers' committee side by side. */
export const DONGAN = '321202001002'
export const HUAYUAN = '321202001204'
export const CHENGDONG = '321202001000'

export const counters = [
  {
    code: DONGAN,
    phone: '0523-00000101',
    counter: '东安居委会便民服务窗口（演示地址），周一至周日 8:30–18:00',
  },
  { code: HUAYUAN, phone: '0523-00000102', counter: '花园村党群服务中心（演示地址），周一至周日 8:00–17:30' },
  { code: CHENGDONG, phone: '0523-00000100', counter: '城东街道便民服务中心（演示地址），工作日 9:00–17:30' },
]

export type DemoActivity = ActivityFacts & {
  communityId: string
  signedUp: number
  publish: boolean
  cancelReason?: string
  /** Somebody gives a place back while others wait: it is offered to this persona, and so many wait behind. */
  waiting?: { offeredTo: string; behind: number }
}
type Sketch = Omit<DemoActivity, 'startsAt' | 'endsAt' | 'signupClosesAt'> & {
  day: number
  hour: number
  hours: number
  closesBefore?: number
}

const sketches: Sketch[] = [
  {
    communityId: DONGAN,
    title: '老年智能手机课：看病挂号与防诈骗',
    category: 'elderly',
    day: 1,
    hour: 9.5,
    hours: 1.5,
    capacity: 20,
    signedUp: 8,
    place: '东安居委会二楼活动室',
    residencyRequired: 'community',
    publish: true,
    riskNotice: '请带上自己的手机和老花镜；会场有无障碍坡道。',
    body: '手把手教：打电话、看通知、医院挂号、认识诈骗短信。每张桌子有一名志愿者，一次听不懂可以再来。',
  },
  {
    communityId: DONGAN,
    title: '义诊：量血压、测血糖',
    category: 'health',
    day: 2,
    hour: 8.5,
    hours: 2.5,
    capacity: 60,
    signedUp: 13,
    place: '小区中心广场（雨天改在一楼大厅）',
    residencyRequired: 'none',
    publish: true,
    riskNotice: '测血糖请空腹。检查结果只告诉您本人，不登记。',
    body: '社区卫生服务中心医生到场。先到先量，报名的居民有固定时段，不用排长队。',
  },
  {
    communityId: DONGAN,
    title: '亲子剪纸',
    category: 'child',
    day: 4,
    hour: 14,
    hours: 2,
    capacity: 12,
    signedUp: 12,
    place: '儿童之家',
    residencyRequired: 'town',
    publish: true,
    riskNotice: '剪刀由老师保管，孩子须由家长陪同。',
    body: '剪一枝银杏，带回家贴窗。材料免费，一名家长带一个孩子。',
  },
  {
    communityId: DONGAN,
    title: '楼道消防演练',
    category: 'emergency',
    day: 6,
    hour: 15,
    hours: 1,
    capacity: 80,
    signedUp: 4,
    closesBefore: 24,
    place: '3号楼前空地',
    residencyRequired: 'community',
    publish: true,
    riskNotice: '演练时有警报声，请提前告诉家里的老人。这是演练。',
    body: '学会用灭火器、捂口鼻下楼。不方便下楼的住户请打电话，工作人员上门讲。',
  },
  {
    communityId: DONGAN,
    title: '法律顾问接待日',
    category: 'legal',
    day: 3,
    hour: 14,
    hours: 3,
    capacity: 6,
    signedUp: 2,
    place: '居委会调解室',
    residencyRequired: 'none',
    publish: true,
    riskNotice: '一对一，内容保密。请带有关材料的复印件。',
    body: '遗嘱、租房、邻里纠纷都可以问。每人半小时，不收费。',
  },
  {
    communityId: DONGAN,
    title: '广场舞交流',
    category: 'sports',
    day: 5,
    hour: 18.5,
    hours: 1.5,
    capacity: 40,
    signedUp: 3,
    place: '文化广场',
    residencyRequired: 'none',
    publish: true,
    riskNotice: '',
    cancelReason: '预报有大雨，场地湿滑；天晴后另行通知',
    body: '几支队伍互相学两支新舞，欢迎新人。',
  },
  {
    communityId: DONGAN,
    title: '圆桌会：电动车停哪里',
    category: 'cogov',
    day: 8,
    hour: 19,
    hours: 1.5,
    capacity: 30,
    signedUp: 0,
    place: '居委会会议室',
    residencyRequired: 'community',
    publish: false,
    riskNotice: '',
    body: '请各楼推选一到两位居民，一起看看车棚和充电桩装在哪里合适。',
  },
  {
    communityId: HUAYUAN,
    title: '村民说事：村口道路怎么修',
    category: 'cogov',
    day: 2,
    hour: 19,
    hours: 1.5,
    capacity: 50,
    signedUp: 5,
    place: '花园村党群服务中心会议室',
    residencyRequired: 'community',
    publish: true,
    riskNotice: '',
    body: '村委会介绍三个方案和费用，大家说说看法。会上只听意见，不表决。',
  },
  {
    communityId: HUAYUAN,
    title: '农家书屋读书会',
    category: 'culture',
    day: 7,
    hour: 14.5,
    hours: 2,
    capacity: 25,
    signedUp: 6,
    place: '花园村农家书屋',
    residencyRequired: 'none',
    publish: true,
    riskNotice: '',
    body: '读一段《板桥家书》，讲讲自己家的故事。茶水自取。',
  },
  {
    communityId: HUAYUAN,
    title: '冬季果树修剪讲座',
    category: 'science',
    day: 9,
    hour: 9,
    hours: 2,
    capacity: 40,
    signedUp: 3,
    place: '村东果园',
    residencyRequired: 'town',
    publish: true,
    riskNotice: '请穿防滑鞋；剪刀现场提供。',
    body: '农技员边剪边讲，剪完每人带一份要点回家。',
  },
  {
    communityId: HUAYUAN,
    title: '保健品讲座，到场就送鸡蛋',
    category: 'health',
    day: 10,
    hour: 9,
    hours: 2,
    capacity: 60,
    signedUp: 0,
    place: '花园村党群服务中心会议室',
    residencyRequired: 'none',
    publish: true,
    riskNotice: '',
    body: '专家现场答疑，当天下单有优惠。（演示：被隐藏的例子）',
  },
]

/** Whose inbox is not empty, and why: by the title of what they have signed up for. */
export const newsOf: ReadonlyMap<string, { persona: string; wasPlace?: string }> = new Map([
  ['广场舞交流', { persona: 'resident' }],
  ['村民说事：村口道路怎么修', { persona: 'villager', wasPlace: '村口凉亭' }],
])

/** Full, with a waiting list and an open offer: near enough for an offer, and at an hour at which people come. */
function waitedFor(now: number): DemoActivity {
  const hours = [9.5, 19.5, 33.5, 43.5].map((hour) => startOfDay(now) + hour * HOUR)
  const startsAt = hours.find((start) => start >= now + 4 * HOUR)!
  return {
    communityId: HUAYUAN,
    title: '包粽子，送邻居',
    category: 'culture',
    place: '花园村农家书屋',
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    signupClosesAt: startsAt - 2 * HOUR,
    capacity: 4,
    waitlistCapacity: 10,
    signedUp: 4,
    waiting: { offeredTo: 'villager', behind: 2 },
    residencyRequired: 'none',
    publish: true,
    riskNotice: '',
    body: '糯米和粽叶由村里准备，包好的一半送给独居老人。名额满了可以候补。',
  }
}

/** The activities of a demonstration that begins today: always some to come. */
export function activitiesFrom(now: number): DemoActivity[] {
  const today = startOfDay(now)
  const planned = sketches.map(({ day, hour, hours, closesBefore = 2, ...rest }) => {
    const startsAt = today + day * DAY + hour * HOUR
    return {
      ...rest,
      startsAt,
      endsAt: startsAt + hours * HOUR,
      signupClosesAt: startsAt - closesBefore * HOUR,
    }
  })
  return [...planned, waitedFor(now)]
}
