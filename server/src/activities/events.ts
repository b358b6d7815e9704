import { event } from '../platform/events.ts'

/** What others may say of an activity. */
type Held = { id: string; title: string; startsAt: number; endsAt: number; place: string }

export const signedUp = event<Held & { personId: string; at: number }>('activities.signedUp')
export const cancelled = event<Held & { reason: string }>('activities.cancelled')
/** Another time or another place, of an activity that people have signed up for already. */
export const changed = event<Held & { version: number; was: Pick<Held, 'startsAt' | 'endsAt' | 'place'> }>(
  'activities.changed',
)
/** It is the evening before. Told more than once. */
export const tomorrow = event<Held>('activities.tomorrow')

/** It is over, and who came is thanked. Told more than once. */
export const over = event<Held>('activities.over')

export function heldOf({ id, title, startsAt, endsAt, place }: Held): Held {
  return { id, title, startsAt, endsAt, place }
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
