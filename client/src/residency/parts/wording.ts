import type { Kind, MyResidency } from '@tmt/shared/residency/contract.ts'
import { reasonLabels } from '@tmt/shared/residency/labels.ts'
import { dueOf } from '@tmt/shared/residency/rules.ts'
import { DAY, sayLeft, sayTime, shanghai } from '@tmt/shared/time.ts'

/** `2026年3月1日`; a deadline is the first instant after its last day. */
export function sayDay(instant: number) {
  const { year, month, day } = shanghai(instant)
  return `${year}年${month}月${day}日`
}
/** `12月4日`, the last day on which it still is in time; the year where it is another one. */
export function sayLastDay(deadline: number, now: number) {
  const { year, month, day } = shanghai(deadline - 1)
  return `${year === shanghai(now).year ? '' : `${year}年`}${month}月${day}日`
}
export function sayReason({ reason, note }: Pick<MyResidency, 'reason' | 'note'>) {
  const words = [reason === null ? '' : reasonLabels[reason], note].filter((one) => one !== '')
  return words.length === 0 ? '没有写明原因' : words.join('：')
}
/** Whether it is time to say that one still lives there. */
export function isEnding(one: Pick<MyResidency, 'status' | 'confirmBy'>, now: number) {
  return dueOf(one, now) === 'ending'
}
const still: Record<Kind, string> = {
  hukouAndLive: '还住在这里',
  hukouOnly: '户口还在这里',
  liveOnly: '还住在这里',
  ownerOnly: '房子还是您的',
  workOnly: '还在这里上班或做生意',
}
/** What is confirmed once a year. */
export function sayStill({ kind }: Pick<MyResidency, 'kind'>) {
  return still[kind]
}
/** What happens next, and until when. */
export function sayNext(one: MyResidency, now: number) {
  const { status, dueAt, urgedAt, confirmBy, atDoor } = one
  switch (status) {
    case 'draft':
      return '还没有交。交给社区核验，或者当面请工作人员核验。'
    case 'pending':
      if (atDoor) return '工作人员正在看，请稍等一会儿。'
      if (urgedAt !== null)
        return `已经过了答复的日子，${sayTime(urgedAt, now)}催了社区尽快办，上级也看得到；您也可以打电话问。`
      return dueAt !== null && now >= dueAt
        ? '已经过了答复的日子，马上催社区尽快办；您也可以打电话问。'
        : `已交给社区，${sayLastDay(dueAt ?? now + DAY, now)}前答复您。工作人员也许会上门看一看。`
    case 'needMore':
      return `要补充：${sayReason(one)}。改好后再交一次。`
    case 'verified':
      return isEnding(one, now)
        ? `请在${sayLastDay(confirmBy!, now)}前确认${sayStill(one)}，${sayLeft(confirmBy!, now)}。`
        : `有效到${sayLastDay(confirmBy ?? now, now)}，到期前一个月会请您确认一次。`
    case 'rejected':
      return `没有通过：${sayReason(one)}。改好后可以再交，也可以打电话问社区。`
    case 'expired':
      return `一年没有确认，已经过期。${sayStill(one)}的话，请再交社区核验一次。`
    case 'movedOut':
      return '您登记了搬走。又住回来的话，再交社区核验一次就行。'
    case 'revoked':
      return `社区收回了：${sayReason(one)}。不对的话，请打电话问社区，或再交一次。`
  }
}
/** `逾期 2 天`, `今天到期`, `12月4日前`: the clock of those who verify. */
export function sayDue(dueAt: number | null, now: number) {
  if (dueAt === null) return ''
  if (now >= dueAt) return now - dueAt < DAY ? '已经逾期' : `逾期 ${Math.floor((now - dueAt) / DAY)} 天`
  return dueAt - now <= DAY ? '今天到期' : `${sayLastDay(dueAt, now)}前`
}
