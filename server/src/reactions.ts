import { giveBackPlaces } from './activities/leaving.ts'
import { forgetWithdrawn } from './identity/store.ts'
import { consentWithdrawn, personLeft } from './people/events.ts'
import { type Reaction, when } from './platform/events.ts'

/** When X happened, then Y: all that crosses from one feature to another, in one table. */
export const reactions: readonly Reaction[] = [
  when(personLeft, giveBackPlaces),
  when(consentWithdrawn, forgetWithdrawn),
]
