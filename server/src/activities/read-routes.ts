import { listActivities } from '@tmt/shared/activities/contract.ts'
import { getActivity } from '@tmt/shared/activities/detail-contract.ts'
import {
  getRoster,
  getSignupPhone,
  managedActivities,
  managedActivity,
} from '@tmt/shared/activities/staff-contract.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { DAY, dayStart } from '@tmt/shared/time.ts'
import { findDivision } from '../divisions/store.ts'
import { isStaffOf, maySeePersonsOf } from '../people/policy.ts'
import { answer } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import { activityKey, listKey } from './caching.ts'
import { listActivities as list, listManaged } from './list-store.ts'
import { PAGE, pageOf, readCursor } from '../platform/paging.ts'
import { countPart, findRegistered, listRoster, ROSTER_PAGE } from './roster-store.ts'
import { findActivity, findForStaff, loadCommunity } from './store.ts'
import type { CardRow } from './list-store.ts'
import { cardView, detailView, type Signing } from './views.ts'
import { isOpen } from './words.ts'

const everyone = () => true
const byStart = (row: CardRow) => ({ at: row.startsAt, id: row.id })

/** The days that are asked for as instants; what is left out bounds nothing. */
function daysOf({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return {
    from: from === undefined ? undefined : dayStart(from),
    to: to === undefined ? undefined : dayStart(to) + DAY,
  }
}

/** A page of cards; `signing` for those who see drafts. */
export function cardPage(rows: CardRow[], signing: Signing = null) {
  const { items, next } = pageOf(rows, PAGE, byStart)
  return { items: items.map((row) => cardView(row, signing)), next }
}

export const readRoutes = (secrets: Secrets) => [
  answer(listActivities, {
    async load(db, { division }) {
      const found = await findDivision(db, division)
      return found && ['town', 'community'].includes(levelOf(division)) ? found : undefined
    },
    sees: everyone,
    async view({ db, input, now }) {
      const { division, category, when = 'upcoming' } = input
      const kind = { division, category, when, free: input.free === 'yes' }
      const rows = await list(db, { ...kind, ...daysOf(input), after: readCursor(input.cursor), now })
      return cardPage(rows)
    },
    cache: {
      keys: ({ division }) => [listKey(division)],
      // The first one to end, or to close, leaves a list by the clock alone.
      validUntil: ({ items }, now) =>
        Math.min(...items.flatMap((a) => [a.endsAt, a.signupClosesAt]).filter((end) => end > now)),
    },
  }),
  answer(getActivity, {
    async load(db, { id }) {
      const activity = await findActivity(db, id)
      return activity && isOpen(activity) ? activity : undefined
    },
    sees: everyone,
    view: async ({ subject }) => detailView(subject),
    cache: { keys: ({ id }) => [activityKey(id)] },
  }),
  answer(managedActivities, {
    load: loadCommunity,
    sees: isStaffOf,
    async view({ db, input, now }) {
      const when = input.when ?? 'current'
      const rows = await listManaged(db, input.communityId, when, readCursor(input.cursor))
      return cardPage(rows, { secrets, now })
    },
  }),
  answer(managedActivity, {
    load: findForStaff,
    sees: isStaffOf,
    view: async ({ subject, now }) => detailView(subject, { secrets, now }),
  }),
  answer(getRoster, {
    load: findForStaff,
    sees: maySeePersonsOf,
    async view({ db, input, subject, now }) {
      const part = input.part ?? 'coming'
      const rows = await listRoster(db, subject, readCursor(input.cursor), { secrets, part, now })
      const { items, next } = pageOf(rows, ROSTER_PAGE, ({ at, id }) => ({ at, id }))
      const { title, confirmed, capacity, waiting } = subject
      const offered = await countPart(db, subject.id, 'offered', now)
      const awaiting = await countPart(db, subject.id, 'awaiting', now)
      return { title, confirmed, capacity, waiting, offered, awaiting, items, next }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
]

/** To tell somebody that an activity has changed, one needs the number; who looked is written down. */
export const phoneRoute = (secrets: Secrets) =>
  answer(getSignupPhone, {
    load: (db, { id, signupId }) => findRegistered(db, id, signupId),
    sees: maySeePersonsOf,
    view: async ({ subject }) => ({ phone: secrets.unseal(subject.phoneSealed) }),
    audit: ({ id, signupId }) => ({ subject: id, details: { signupId } }),
  })
