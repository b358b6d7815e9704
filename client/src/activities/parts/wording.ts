import type { ActivityCard } from '@tmt/shared/activities/contract.ts'
import { sayLeft, sayTime } from '@tmt/shared/time.ts'

type Counted = Pick<ActivityCard, 'capacity' | 'confirmed' | 'offered' | 'waiting'>
type Timed = Pick<ActivityCard, 'title' | 'startsAt' | 'place'>

/** `已报名 12 / 名额 30` */
export function sayCount(a: Pick<Counted, 'capacity' | 'confirmed'> & { waiting?: number }) {
  return `已报名 ${a.confirmed} / 名额 ${a.capacity}${a.waiting ? `，候补 ${a.waiting} 人` : ''}`
}
/** `还有 18 个名额`; nothing of zero. */
export function sayFree(a: Counted) {
  const free = a.waiting > 0 ? 0 : Math.max(0, a.capacity - a.confirmed - a.offered)
  return free === 0 ? '名额已满' : `还有 ${free} 个名额`
}
/** `11月30日 周一 18:00 截止,还剩 2 天`; a passed deadline is a date in the past. */
export function sayDeadline(deadline: number, now: number) {
  const left = sayLeft(deadline, now)
  return left === null ? `${sayTime(deadline, now)} 已截止` : `${sayTime(deadline, now)} 截止，${left}`
}
/** What happens after signing up. */
export function sayNext(a: Timed, now: number) {
  return `${sayTime(a.startsAt, now)} 到${a.place}即可，去不了请在开始前取消。`
}
/** A group card's title: what, when and where. */
export function sayShare(a: Timed & { communityName: string }, now: number) {
  return `${a.title} · ${sayTime(a.startsAt, now)} · ${a.communityName}`
}
