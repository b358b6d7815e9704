import type { Cause, CheckState, Part, Reason, SubjectKind } from './contract.ts'

export const reasonLabels: Record<Reason, string> = {
  illegal: '违法有害',
  abuse: '辱骂攻击',
  privacy: '泄露他人隐私',
  fraud: '诈骗',
  advertising: '广告',
  false: '与事实不符',
  other: '其他',
}
export const causeLabels: Record<Cause, string> = {
  risky: '机器认为有问题，已先隐藏',
  doubtful: '机器拿不准',
  unjudged: '机器不能判断，请人看',
  gatewayDown: '内容安全服务没有回答，请人看',
  reported: '有人举报',
}
export const stateLabels: Record<CheckState, string> = {
  checking: '正在检查',
  passed: '已通过',
  review: '等人看',
  kept: '已看过，可以显示',
  hidden: '已隐藏',
}
export const kindLabels: Record<SubjectKind, string> = { activity: '活动' }
export const partLabels: Record<Part, string> = { text: '文字', picture: '图片' }

/** What WeChat's numbers mean (文本内容安全识别, label). */
const found: Record<number, string> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
}
export function foundLabel(label: number) {
  return found[label] ?? '其他'
}
const reasonsOf: Record<number, Reason> = {
  10001: 'advertising',
  20001: 'illegal',
  20002: 'illegal',
  20003: 'abuse',
  20006: 'illegal',
  20008: 'fraud',
}
/** As which reason the author is told what the gateway found. */
export function reasonOf(label: number): Reason {
  return reasonsOf[label] ?? 'other'
}
/** `违法有害：说明` */
export function whyHidden({ reason, note }: { reason: Reason | null; note: string | null }) {
  const why = reasonLabels[reason ?? 'other']
  return note ? `${why}：${note}` : why
}
