import { isOut } from '@tmt/shared/activities/phase.ts'
import { activityWritten } from './events.ts'
import type { Activity } from './store.ts'

/** Whether it stands at the public door. */
export const isOpen = ({ status, hiddenWhy }: Pick<Activity, 'status' | 'hiddenWhy'>) =>
  isOut(status) && hiddenWhy === null

/** All that somebody reads of an activity. */
export function wordsOf(a: Activity) {
  const { title, body, place, riskNotice, posterAlt, cancelReason, changeReason, closing, hostName } = a
  return [title, body, place, riskNotice, posterAlt, cancelReason, changeReason, closing, hostName]
    .filter(Boolean)
    .join('\n')
}
/** Tells what everybody can read now, and by whom. */
export function written(activity: Activity, authorId: string) {
  const { id, communityId, poster, posterAlt } = activity
  return activityWritten({
    id,
    communityId,
    authorId,
    text: wordsOf(activity),
    poster: poster === null ? null : { file: poster, alt: posterAlt ?? '' },
  })
}
