import type { ActivityCard, ActivityDetail } from '@tmt/shared/activities/contract.ts'
import { pictureView } from '../files/links.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { CardRow } from './list-store.ts'
import type { Activity } from './store.ts'

/** What the picture of what is not public is signed with; null at the public door, where none of that comes out. */
export type Signing = { secrets: Secrets; now: number } | null
type Postered = Pick<CardRow, 'poster' | 'posterAlt' | 'status' | 'hiddenWhy'>

function posterView({ poster, posterAlt, status, hiddenWhy }: Postered, signing: Signing) {
  const open = status !== 'draft' && hiddenWhy === null
  return pictureView({ file: poster, alt: posterAlt ?? '' }, open ? null : signing)
}
export function cardView(row: CardRow, signing: Signing = null): ActivityCard {
  const { posterAlt: _alt, hiddenWhy, ...shown } = row
  return { ...shown, ...(hiddenWhy !== null && { hiddenWhy }), poster: posterView(row, signing) }
}
/** What is shown of an activity: everything but who wrote it and when. */
export function detailView(activity: Activity, signing: Signing = null): ActivityDetail {
  const {
    townId: _town,
    createdBy: _author,
    createdAt: _made,
    posterAlt: _alt,
    hiddenWhy,
    ...shown
  } = activity
  return { ...shown, ...(hiddenWhy !== null && { hiddenWhy }), poster: posterView(activity, signing) }
}
