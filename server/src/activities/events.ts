import { sayTitle } from '@tmt/shared/activities/categories.ts'
import { event } from '../platform/events.ts'

/** What others may say of an activity. */
type Held = { id: string; title: string; startsAt: number; endsAt: number; place: string }
type Said = Held & { drill?: boolean | null | undefined }

export const signedUp = event<Held & { personId: string; signupId: string; at: number }>(
  'activities.signedUp',
)
/** Who waited has a place now; has one until then if they say so; or did not say so in time. */
type Waited = Held & { personId: string; signupId: string; at: number }
export const movedUp = event<Waited>('activities.movedUp')
export const placeOffered = event<Waited & { until: number }>('activities.placeOffered')
export const offerExpired = event<Waited>('activities.offerExpired')
export const cancelled = event<Held & { reason: string }>('activities.cancelled')
/** Another time or another place, of an activity that people have signed up for already. */
export const changed = event<
  Held & { version: number; reason: string; was: Pick<Held, 'startsAt' | 'endsAt' | 'place'> }
>('activities.changed')
/** Put off, and nobody knows yet until when. */
export const postponed = event<Held & { version: number; reason: string }>('activities.postponed')
/** An organisation's activity was let out, or sent back with what has to be mended. */
export const reviewed = event<{
  id: string
  version: number
  authorId: string
  title: string
  outcome: 'publish' | 'return'
  reason: string
}>('activities.reviewed')
/** It is the evening before. Told more than once. */
export const tomorrow = event<Held>('activities.tomorrow')

/** It is over, and who came is thanked. Told more than once. */
export const over = event<Held>('activities.over')

/** A drill is never called anything else. */
export function heldOf({ id, title, startsAt, endsAt, place, drill }: Said): Held {
  return { id, title: sayTitle({ title, drill }), startsAt, endsAt, place }
}
/** An activity that everybody can read was published, changed or called off. `text` is all its words. */
export const activityWritten = event<{
  id: string
  communityId: string
  /** Who wrote it last. */
  authorId: string
  text: string
  poster: { file: string; alt: string } | null
}>('activities.written')
