import { haveCome } from './activities/attendance-store.ts'
import { areListed, hadPlaces, havePlaces } from './activities/signup-store.ts'
import type { Audience } from './messages/tell.ts'
import { residentsOf } from './people/audience-store.ts'
import { livingIn } from './residency/audience-store.ts'
import { seatMembers } from './residency/seat-store.ts'

/** Whom a message can be spread to, by the names that the reactions use. */
export const audiences: Readonly<Record<string, Audience>> = {
  'activities.areListed': areListed,
  'activities.havePlaces': havePlaces,
  'activities.hadPlaces': hadPlaces,
  'activities.haveCome': haveCome,
  'people.residentsOf': residentsOf,
  'residency.livingIn': livingIn,
  'residency.seatMembers': seatMembers,
}
