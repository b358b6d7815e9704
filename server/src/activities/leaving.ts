import type { Raise } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { passOnLater } from './queue.ts'
import { hold, listedAhead, takeOff } from './queue-store.ts'

/** Somebody closed the account: others may have their places, by a job that can tell them. */
export async function giveBackPlaces(
  tx: Write,
  { personId }: { personId: string },
  now: number,
  raise: Raise,
) {
  for (const { id, activityId } of await listedAhead(tx, personId, now)) {
    const activity = await hold(tx, activityId)
    if (!(await takeOff(tx, id, 'cancelledByUser', now))) continue
    raiseActivity(raise, activity!)
    await passOnLater(tx, activityId, now)
  }
}
