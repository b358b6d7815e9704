import type { ActivityCard, ActivityDetail } from '@tmt/shared/activities/contract.ts'
import { pictureView } from '../files/links.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { CardRow } from './list-store.ts'
import type { Activity } from './store.ts'

/** What the picture of a draft is signed with; null at the public door, where no draft comes out. */
export type Signing = { secrets: Secrets; now: number } | null
type Postered = Pick<CardRow, 'poster' | 'posterAlt' | 'status'>

function posterView({ poster, posterAlt, status }: Postered, signing: Signing) {
  return pictureView({ file: poster, alt: posterAlt ?? '' }, status === 'draft' ? signing : null)
}
export function cardView(row: CardRow, signing: Signing = null): ActivityCard {
  const { posterAlt: _alt, ...shown } = row
  return { ...shown, poster: posterView(row, signing) }
}
/** What is shown of an activity: everything but who wrote it and when. */
export function detailView(activity: Activity, signing: Signing = null): ActivityDetail {
  const { townId: _town, createdBy: _author, createdAt: _made, posterAlt: _alt, ...shown } = activity
  return { ...shown, poster: posterView(activity, signing) }
}
