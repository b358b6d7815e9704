import { enqueue } from '../platform/jobs.ts'
import type { Happened, Raise } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { heldOf, movedUp, offerExpired, placeOffered } from './events.ts'
import { cutOffers, expireOffers, moveUp } from './passing-store.ts'
import { hold } from './queue-store.ts'

/** Passes places on, as far as one unit does it. */
export const PASS_ON = 'activities.passOn'

export type Telling = { raise: Raise; tell: (happened: Happened) => void }

/** Later, in a unit of its own: where nobody can be told within this one, or too many are to be. */
export async function passOnLater(tx: Write, activityId: string, now: number) {
  await enqueue(tx, { kind: PASS_ON, data: { activityId }, runAt: now })
}
/** Takes away the offers of an activity that are over. The activity is held from here on; undefined when it is gone. */
export async function freshen(tx: Write, activityId: string, now: number, { raise, tell }: Telling) {
  const before = await hold(tx, activityId)
  if (!before || before.offersUntil === null || before.offersUntil > now) return before
  const over = await expireOffers(tx, activityId, now)
  for (const { personId, id: signupId } of over)
    tell(offerExpired({ ...heldOf(before), personId, signupId, at: now }))
  raiseActivity(raise, before)
  return hold(tx, activityId)
}
/**
 * What is free goes to those who wait: called in each unit that may have freed a place, after it did. Whether a job has
 * run or not, whoever needs a place takes away what is over first.
 */
export async function passOn(tx: Write, activityId: string, now: number, telling: Telling) {
  const activity = await freshen(tx, activityId, now, telling)
  if (!activity) return
  const { way, moved, more } = await moveUp(tx, activity, now)
  for (const { personId, id: signupId, offerUntil } of moved) {
    const about = { ...heldOf(activity), personId, signupId, at: now }
    telling.tell(
      way === 'offered' ? placeOffered({ ...about, until: offerUntil ?? activity.startsAt }) : movedUp(about),
    )
  }
  if (moved.length > 0) raiseActivity(telling.raise, activity)
  if (more) await passOnLater(tx, activityId, now)
}
/** After an edit: offers end at the new start at the latest, and new places go to those who wait. */
export async function afterEdit(
  tx: Write,
  activity: { id: string; startsAt: number },
  now: number,
  telling: Telling,
) {
  await cutOffers(tx, activity.id, activity.startsAt)
  await passOn(tx, activity.id, now, telling)
}
