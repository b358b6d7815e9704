import type { ActivityCard } from '@tmt/shared/activities/contract.ts'
import type { ActivityDetail } from '@tmt/shared/activities/detail-contract.ts'
import type { Declaration, Signup } from '@tmt/shared/activities/signup-contract.ts'
import { sayLeft, sayTime } from '@tmt/shared/time.ts'
import { sayNext } from './wording.ts'

type Timed = Pick<ActivityCard, 'title' | 'startsAt' | 'endsAt' | 'place' | 'status'>
type Standing = Pick<Signup, 'status' | 'offerUntil'>
/** What was put off has not ended, whatever the old time says. */
export const isOver = (a: Pick<ActivityCard, 'status' | 'endsAt'>, now: number) =>
  a.status !== 'postponed' && a.endsAt <= now
/** How a sign-up stands and what comes next. */
export function sayStanding(a: Timed, { status, offerUntil }: Standing, now: number) {
  if (a.status === 'postponed' && status === 'confirmed')
    return '延期了，您的名额还在。定了新的时间会发消息告诉您；不想等可以取消，不算失约。'
  if (a.status === 'postponed' && status === 'waitlisted')
    return '延期了，您的候补次序还在。定了新的时间会发消息告诉您。'
  switch (status) {
    case 'waitlisted':
      return '有人退出就按先后轮到您，会发消息告诉您；开始前 2 小时以内不再递补。'
    case 'offered':
      return `给您留了一个名额，请在${sayTime(offerUntil ?? now, now)} 以前确认，${sayLeft(offerUntil ?? now, now) ?? '时间已到'}。过了时间就让给下一位。`
    case 'expiredOffer':
      return '给您留的名额没有在限时内确认，已经让给下一位。还想来可以再报名。'
    case 'awaiting':
      return '社区工作人员确认后才算数，会发消息告诉您。'
    default:
      return sayNext(a, now)
  }
}
type Limited = Pick<ActivityDetail, 'minAge' | 'maxAge' | 'gender'>
/** What is ticked for whoever comes. */
export function sayDeclaration({ minAge, maxAge, gender }: Limited, which: Declaration) {
  const ages = [minAge !== undefined && `满 ${minAge} 周岁`, maxAge !== undefined && `不超过 ${maxAge} 周岁`]
  const says: Record<Declaration, string> = {
    age: `到活动那天${ages.filter(Boolean).join('、')}`,
    gender: gender === 'male' ? '是男性' : '是女性',
    health: '身体情况适合参加',
    insurance: '有意外险，活动提醒也看过了',
    guardian: '未满 18 周岁，我是监护人，同意参加',
  }
  return says[which]
}
/** The same in a list of all: whose it is, and what comes next while anything does. */
export function sayMine(a: Timed, signup: Standing & Pick<Signup, 'name'>, now: number) {
  const whose = signup.name === null ? '' : `${signup.name}：`
  const over = isOver(a, now) || a.status === 'cancelled' || signup.status.startsWith('cancelled')
  if (!over) return `${whose}${sayStanding(a, signup, now)}`
  return signup.name === null ? null : `替${signup.name}报的名`
}
