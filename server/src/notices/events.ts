import { event } from '../platform/events.ts'

/** A notice became public; `division` is whom it concerns. */
export const noticePublished = event<{ id: string; division: string; urgent: boolean }>('notices.published')
