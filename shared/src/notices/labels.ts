import type { Kind } from './contract.ts'
import type { Phase } from './rules.ts'

export const kindLabels: Record<Kind, string> = {
  outage: '停水停电',
  payment: '缴费',
  checkup: '体检',
  party: '党群服务',
  policy: '政策',
  other: '其他',
}
/** `current` needs no word: it is what a notice usually is. */
export const noticePhaseLabels: Record<Phase, string> = {
  draft: '草稿',
  current: '已发布',
  past: '往期',
  withdrawn: '已撤回',
}
