import { takeOff } from '../activities/queue-store.ts'
import { passOn } from '../activities/queue.ts'
import { confirm, findSignup } from '../activities/signup-store.ts'
import { type Happened, reacting } from '../platform/events.ts'
import type { Write } from '../platform/store.ts'
import { activityTellings } from '../telling/activities.ts'

const tellAll = reacting(activityTellings)
type Those = { leaves: string; waits: string[] }

/** Some wait, then somebody gives a place back: the first of those who wait is offered it, and told. */
export async function seedWaiting(tx: Write, activityId: string, { leaves, waits }: Those, now: number) {
  for (const person of waits) await confirm(tx, activityId, person, now)
  const place = (await findSignup(tx, activityId, leaves))!
  await takeOff(tx, place.id, 'cancelledByUser', now)
  const happened: Happened[] = []
  const nothingKept = () => {}
  await passOn(tx, activityId, now, { raise: nothingKept, tell: (one) => void happened.push(one) })
  await tellAll(tx, happened, now, nothingKept)
}
