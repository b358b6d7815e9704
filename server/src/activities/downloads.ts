import { activityCalendar } from '@tmt/shared/activities/calendar-contract.ts'
import { serve } from '../platform/endpoint.ts'
import { calendarFile } from './calendar-file.ts'
import { findActivity } from './store.ts'
import { isOpen } from './words.ts'

export const activityServing = [
  serve(activityCalendar, {
    async load(db, { id }) {
      const activity = await findActivity(db, id)
      return activity && isOpen(activity) ? activity : undefined
    },
    open: async (activity) => ({
      bytes: new TextEncoder().encode(calendarFile(activity)),
      type: 'text/calendar; charset=utf-8',
      etag: `"${activity.id}-${activity.version}"`,
      // Asked after each time: a change of the time has to reach whoever opens it again.
      caching: 'public, no-cache',
    }),
  }),
]
