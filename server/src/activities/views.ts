import { type ActivityCard } from '@tmt/shared/activities/contract.ts'
import { type ActivityDetail, course, limits } from '@tmt/shared/activities/detail-contract.ts'
import { pictureView } from '../files/links.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { CardRow } from './list-store.ts'
import type { Activity } from './store.ts'
import { isOpen } from './words.ts'

/** What the picture of what is not public is signed with; null at the public door, where none of that comes out. */
export type Signing = { secrets: Secrets; now: number } | null
type Postered = Pick<CardRow, 'poster' | 'posterAlt' | 'status' | 'hiddenWhy'>

function posterView({ poster, posterAlt, status, hiddenWhy }: Postered, signing: Signing) {
  return pictureView({ file: poster, alt: posterAlt ?? '' }, isOpen({ status, hiddenWhy }) ? null : signing)
}
export function cardView(row: CardRow, signing: Signing = null): ActivityCard {
  const { posterAlt: _alt, hiddenWhy, hostName, hostUscc, archivedAt, waitlistCapacity, ...shown } = row
  return {
    ...shown,
    ...(waitlistCapacity !== null && { waitlistCapacity }),
    ...(hiddenWhy !== null && { hiddenWhy }),
    ...hostView({ hostName, hostUscc }),
    ...(archivedAt !== null && { archivedAt }),
    poster: posterView(row, signing),
  }
}
const hostView = ({ hostName, hostUscc }: Pick<Activity, 'hostName' | 'hostUscc'>) =>
  hostName !== null && hostUscc !== null ? { host: { name: hostName, uscc: hostUscc } } : {}
type Rare = keyof typeof limits | keyof typeof course | 'hiddenWhy' | 'archivedAt'
type Shown = Omit<Activity, Rare> & { [K in Rare]?: NonNullable<Activity[K]> }
const rare = new Set([...Object.keys(limits), ...Object.keys(course), 'hiddenWhy', 'archivedAt'])
/** What there is nothing to say of is left out. */
function withoutNull(activity: Activity): Shown {
  const set = Object.entries(activity).filter(([name, value]) => !(rare.has(name) && value === null))
  return Object.fromEntries(set) as Shown
}
/** What is shown of an activity: everything but who wrote it and when. */
export function detailView(activity: Activity, signing: Signing = null): ActivityDetail {
  const {
    townId: _town,
    createdBy: _author,
    createdAt: _made,
    posterAlt: _alt,
    hostName,
    hostUscc,
    ...shown
  } = withoutNull(activity)
  return { ...shown, ...hostView({ hostName, hostUscc }), poster: posterView(activity, signing) }
}
