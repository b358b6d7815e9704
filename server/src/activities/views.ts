import type { ActivityDetail } from '@tmt/shared/activities/contract.ts'
import type { Activity } from './store.ts'

/** What is shown of an activity: everything but who wrote it and when. */
export function detailView(activity: Activity): ActivityDetail {
  const { townId: _town, createdBy: _author, createdAt: _made, ...shown } = activity
  return shown
}
