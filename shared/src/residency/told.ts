import { sayEnd } from '../time.ts'
import type { Reason } from './contract.ts'
import { reasonLabels } from './labels.ts'
import type { Outcome } from './staff-contract.ts'

/** `门牌写得不清楚（请写单元号）` */
export function whyOf(reason: Reason | null, note: string) {
  const why = reasonLabels[reason ?? 'other']
  return note === '' ? why : `${why}（${note}）`
}

const outcomes: Record<Outcome, string> = {
  verified: '已核验',
  needMore: '要补充',
  rejected: '没有通过',
}
type Decided = { outcome: Outcome; reason: Reason | null; note: string; confirmBy: number | null }
/** What was decided of a residency and what comes next, as the person is told; times as of `now`. */
export function sayDecided({ outcome, reason, note, confirmBy }: Decided, now: number) {
  const why = `原因：${whyOf(reason, note)}。`
  const next: Record<Outcome, string> = {
    verified:
      '从现在起，本社区居民的事您都可以办。' +
      (confirmBy === null ? '' : `一年要确认一次，${sayEnd(confirmBy, now)}到期，到期前一个月会提醒您。`),
    needMore: `${why}请打开这一处，改好或补上后再交一次，社区接着看。`,
    rejected: `${why}不对的话，可以改好再交一次，或到社区窗口问。`,
  }
  return { outcome: outcomes[outcome], next: next[outcome] }
}
