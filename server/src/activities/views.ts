import { type ActivityCard, type ActivityDetail, limits } from '@tmt/shared/activities/contract.ts'
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
  const { posterAlt: _alt, hiddenWhy, waitlistCapacity, ...shown } = row
  const waits = waitlistCapacity !== null && { waitlistCapacity }
  return { ...shown, ...waits, ...(hiddenWhy !== null && { hiddenWhy }), poster: posterView(row, signing) }
}
type Limit = keyof typeof limits
type Limited = Omit<Activity, Limit> & { [K in Limit]?: NonNullable<Activity[K]> }
/** A limit that is not set is left out. */
function withoutNull(activity: Activity): Limited {
  const set = Object.entries(activity).filter(([name, value]) => !(name in limits && value === null))
  return Object.fromEntries(set) as Limited
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
  } = withoutNull(activity)
  return { ...shown, ...(hiddenWhy !== null && { hiddenWhy }), poster: posterView(activity, signing) }
}
