import { event } from '../platform/events.ts'

/** In the morning of a working day: what is late or due today in a place of this person's. Told more than once. */
export const workDue = event<{
  personId: string
  division: { code: string; name: string }
  /** `2026-12-01` */
  day: string
  overdue: number
  today: number
  /** What presses most, in words. */
  first: string
}>('workbench.due')
