import { event } from '../platform/events.ts'

/** A notice became public; `division` is whom it concerns. */
export const noticePublished = event<{ id: string; division: string; urgent: boolean }>('notices.published')
/** What a public notice says was replaced; `urgent` where it was urgent before or is now. */
export const noticeCorrected = event<{
  id: string
  division: string
  urgent: boolean
  version: number
  note: string
}>('notices.corrected')
/** A public notice was taken back. */
export const noticeWithdrawn = event<{ id: string; division: string; urgent: boolean; reason: string }>(
  'notices.withdrawn',
)
