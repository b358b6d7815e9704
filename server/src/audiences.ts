import { hadPlaces, havePlaces } from './activities/signup-store.ts'
import type { Audience } from './messages/tell.ts'

/** Whom a message can be spread to, by the names that reactions.ts uses. */
export const audiences: Readonly<Record<string, Audience>> = {
  'activities.havePlaces': havePlaces,
  'activities.hadPlaces': hadPlaces,
}
