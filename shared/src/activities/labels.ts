import type { Category } from './contract.ts'
import type { Accessibility, Gender, Residency, SignupStatus } from './detail-contract.ts'
import type { Phase } from './phase.ts'

export const categoryLabels: Record<Category, string> = {
  elderly: '养老',
  child: '儿童',
  relief: '救助',
  disabled: '助残',
  education: '教育',
  culture: '文化',
  sports: '体育',
  science: '科普',
  safety: '平安',
  legal: '法律',
  health: '健康',
  emergency: '应急',
  cogov: '共治',
}
export const phaseLabels: Record<Phase, string> = {
  draft: '草稿',
  review: '待审核',
  postponed: '延期，时间另定',
  open: '报名中',
  waitlist: '可候补',
  full: '名额已满',
  closed: '报名已截止',
  ongoing: '进行中',
  finished: '已结束',
  archived: '已归档',
  cancelled: '已取消',
}
export const residencyLabels: Record<Residency, string> = {
  none: '不限',
  town: '本镇（街道）居民',
  community: '本村（社区）居民',
}
export const signupLabels: Record<SignupStatus, string> = {
  confirmed: '已报名',
  waitlisted: '候补中',
  offered: '等您确认',
  expiredOffer: '没有在限时内确认',
  awaiting: '等社区确认',
  cancelledByUser: '您已取消',
  cancelledByHost: '活动已取消',
}
export const genderLabels: Record<Gender, string> = { female: '女', male: '男' }
export const accessibilityLabels: Record<Accessibility, string> = {
  stepFree: '进门没有台阶',
  lift: '有电梯',
  accessibleToilet: '有无障碍厕所',
  seats: '有座位可以歇',
  largePrint: '有大字材料',
  signLanguage: '有手语翻译',
  hearingLoop: '有助听设备',
  companionWelcome: '可以有人陪同',
}
