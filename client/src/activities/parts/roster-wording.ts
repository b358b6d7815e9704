import type { RosterRow } from '@tmt/shared/activities/staff-contract.ts'
import { sayTime } from '@tmt/shared/time.ts'

/** `（孩子，演示居民报的名）`; nothing of who signed up themselves. */
export function sayWho({ name, by, child }: RosterRow) {
  return by === null ? name : `${name}（${child ? '孩子，' : ''}${by} 报的名）`
}
/** When somebody signed up, and until when an offer stands. */
export function sayWhen({ at, offerUntil }: RosterRow, now: number) {
  const until = offerUntil === null ? '' : `，名额留到 ${sayTime(offerUntil, now)}`
  return `${sayTime(at, now)} 报名${until}`
}
