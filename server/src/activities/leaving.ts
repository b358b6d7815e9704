import type { Raise } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { withdrawAll } from './signup-store.ts'

/** Somebody closed the account: others may have their places. */
export async function giveBackPlaces(
  tx: Write,
  { personId }: { personId: string },
  now: number,
  raise: Raise,
) {
  for (const activity of await withdrawAll(tx, personId, now)) raiseActivity(raise, activity)
}
