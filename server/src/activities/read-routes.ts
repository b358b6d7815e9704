import {
  getActivity,
  getRoster,
  listActivities,
  managedActivities,
  managedActivity,
} from '@tmt/shared/activities/contract.ts'
import { levelOf } from '@tmt/shared/divisions/rules.ts'
import { findDivision } from '../divisions/store.ts'
import { isStaffOf, maySeePersonsOf } from '../people/policy.ts'
import { answer } from '../platform/endpoint.ts'
import { problem } from '../platform/problem.ts'
import { type Cursor, listActivities as list, listManaged, PAGE, pageOf, readCursor } from './lists.ts'
import { listRoster, ROSTER_PAGE } from './signups.ts'
import { findActivity } from './store.ts'
import { detailView } from './views.ts'

const everyone = () => true
export const listKey = (division: string) => `activities/${division}`
export const activityKey = (id: string) => `activity/${id}`

export function cursorOf(text: string | undefined): Cursor | null {
  const cursor = readCursor(text)
  if (cursor === undefined)
    throw problem('invalidInput', { fields: [{ path: 'cursor', message: '页码不对,请从头看起' }] })
  return cursor
}

export const readRoutes = [
  answer(listActivities, {
    async load(db, { division }) {
      const found = await findDivision(db, division)
      return found && ['town', 'community'].includes(levelOf(division)) ? found : undefined
    },
    sees: everyone,
    async view({ db, input, now }) {
      const { division, category, when = 'upcoming' } = input
      const rows = await list(db, { division, category, when, after: cursorOf(input.cursor), now })
      return pageOf(rows, PAGE, (row) => ({ at: row.startsAt, id: row.id }))
    },
    cache: {
      keys: ({ division }) => [listKey(division)],
      // The first one to end leaves the list by the clock alone.
      validUntil: ({ items }, now) => Math.min(...items.map((a) => a.endsAt).filter((end) => end > now)),
    },
  }),
  answer(getActivity, {
    async load(db, { id }) {
      const activity = await findActivity(db, id)
      return activity?.status === 'draft' ? undefined : activity
    },
    sees: everyone,
    view: async ({ subject }) => detailView(subject),
    cache: { keys: ({ id }) => [activityKey(id)] },
  }),
  answer(managedActivities, {
    load: async (_db, input) => input,
    sees: isStaffOf,
    async view({ db, input }) {
      const rows = await listManaged(db, input.communityId, cursorOf(input.cursor))
      return pageOf(rows, PAGE, (row) => ({ at: row.startsAt, id: row.id }))
    },
  }),
  answer(managedActivity, {
    load: (db, { id }) => findActivity(db, id),
    sees: isStaffOf,
    view: async ({ subject }) => detailView(subject),
  }),
  answer(getRoster, {
    load: (db, { id }) => findActivity(db, id),
    sees: maySeePersonsOf,
    async view({ db, input, subject }) {
      const from = /^\d{1,6}$/.test(input.cursor ?? '') ? Number(input.cursor) : 0
      const rows = await listRoster(db, subject.id, from)
      const next = rows.length > ROSTER_PAGE ? String(from + ROSTER_PAGE) : null
      const { title, confirmed, capacity } = subject
      return { title, confirmed, capacity, items: rows.slice(0, ROSTER_PAGE), next }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
]
