import { event } from '../platform/events.ts'

/** The days off of a year became known, or were announced anew. */
export const yearLoaded = event<{ year: number }>('calendar.yearLoaded')
