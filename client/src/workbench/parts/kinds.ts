import type { Due, DueKind } from '@tmt/shared/due.ts'
import { go, type PageName } from '../../platform/pages.ts'
import type { IconName } from '../../ui/Icon/types.ts'

/** How each kind is drawn, and the page where it is done; a new kind is one line. */
const kinds: Record<DueKind, { icon: IconName; page: PageName; community?: true }> = {
  activityDraft: { icon: 'edit', page: 'managedActivity' },
  activityReview: { icon: 'document', page: 'managedActivity' },
  activityUndated: { icon: 'warning', page: 'managedActivity' },
  activityReturned: { icon: 'warning', page: 'proposal' },
  activitySoon: { icon: 'users', page: 'managedActivity' },
  activityOpen: { icon: 'calendar', page: 'activity' },
  activityOffer: { icon: 'bell', page: 'activity' },
  activityWaiting: { icon: 'clock', page: 'activity' },
  activityComing: { icon: 'calendar', page: 'activity' },
  activityChanged: { icon: 'warning', page: 'activity' },
  activityCancelled: { icon: 'ban', page: 'activity' },
  noticeDraft: { icon: 'edit', page: 'managedNotice' },
  homeClaim: { icon: 'home', page: 'claimedHome' },
  homePending: { icon: 'home', page: 'myHome' },
  homeNeedMore: { icon: 'warning', page: 'myHome' },
  homeEnding: { icon: 'warning', page: 'myHome' },
  homeExpired: { icon: 'warning', page: 'myHome' },
  // Worked off in a list of the whole community.
  contentLook: { icon: 'document', page: 'moderation', community: true },
  cardCheck: { icon: 'phone', page: 'manageOrganizations', community: true },
  seatAnswer: { icon: 'users', page: 'mySeats' },
}
/** Those over which a resident has to do or to know something. */
const wanting: readonly DueKind[] = [
  'activityOffer',
  'activityChanged',
  'activityCancelled',
  'activityReturned',
  'homeNeedMore',
  'homeEnding',
  'homeExpired',
  'seatAnswer',
]
export const wantsMe = ({ kind }: Due) => wanting.includes(kind)
export const iconOf = ({ kind }: Due) => kinds[kind].icon
export function openDue({ kind, id, communityId }: Due) {
  const { page, community = false } = kinds[kind]
  go(page, community ? { community: communityId } : { id })
}
