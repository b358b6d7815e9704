import type { Standing } from './attendance-rules.ts'
import type { CheckinMode } from './checkin-rules.ts'
import type { Outcome } from './checkin-staff-contract.ts'

export const modeLabels: Record<CheckinMode, string> = {
  code: '扫屏幕上的码',
  scan: '工作人员扫码',
  geo: '到场定位',
  hand: '工作人员代签',
}
/** What is said of each entry, with what to do where it was refused. */
export const outcomeLabels: Record<Outcome, string> = {
  done: '已签到',
  already: '早就签过了，不用再签',
  cancelled: '活动已取消，不用签到',
  tooEarly: '记下的时间早于开始前 30 分钟，没有算；人到了请再签一次',
  tooLate: '记下的时间在活动结束以后，没有算；确实来过请和同事核对',
  otherMode: '这次活动没有选这种签到方式，可以在签到台上改',
  future: '手机时间比现在晚，没有算；请校准手机时间再签',
  syncedLate: '活动结束 7 天以后才上传，没有算',
  unknown: '名单上没有这个人，请看看是不是报了名',
  wrongCode: '这个码不对，请他打开自己的签到页再出示',
  expiredCode: '这个码已经过时，请他出示现在的码，或在名单上代签',
  otherActivity: '这是另一个活动的签到码，请他打开这个活动',
  undone: '这次签到后来被撤销了，没有再算；确实来了请重新代签',
}
/** A resident reads it about themselves: kindly, and with what it never touches. */
export const standingWords: Record<Standing, string> = {
  good: '',
  hint: '最近两次报了名没有签到。去不了时在开始前 2 小时取消，名额就能留给别人。',
  confirm: '最近 30 天有三次报了名没有签到，再报活动时社区会先和您确认一下。',
}
export const STANDING_NEVER = '这只和活动名额有关，不影响您办事、投票和其他权利。'
export const ratingLabels = { good: '满意', fair: '一般', poor: '不满意' } as const
