import { checkInByCode, checkInHere, myCheckin } from '@tmt/shared/activities/checkin-contract.ts'
import {
  type CheckinMode,
  defaultModes,
  isNear,
  obstacleToCheckIn,
  OPENS_BEFORE,
} from '@tmt/shared/activities/checkin-rules.ts'
import { MINUTE } from '@tmt/shared/time.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Read, Write } from '../platform/store.ts'
import {
  findModes,
  findPlaces,
  insertAttendances,
  listPlacesOf,
  type Place,
  takeTry,
} from './attendance-store.ts'
import { obstacleToCode, ownCodes } from './checkin-codes.ts'
import { type Activity, findActivity } from './store.ts'
import { isOpen } from './words.ts'

const everyone = () => true
/** So many tries of six digits in so long: one in thirty thousand guesses right. */
const TRIES = 10
const TRIES_WITHIN = 10 * MINUTE

export type Held = Activity & { modes: readonly CheckinMode[] }
/** An activity with the ways in which people are checked in there. */
export async function findHeld(db: Read, id: string): Promise<Held | undefined> {
  const activity = await findActivity(db, id)
  return activity && { ...activity, modes: (await findModes(db, id)) ?? defaultModes }
}
type Mine = { held: Held; places: Place[] }
const mineOf =
  (secrets: Secrets) =>
  async (db: Read, { id }: { id: string }, { personId }: Person): Promise<Mine | undefined> => {
    const held = await findHeld(db, id)
    if (!held || !isOpen(held)) return undefined
    return { held, places: await listPlacesOf(db, secrets, id, personId) }
  }

/** Puts one person down for themselves, and says what stands: what was there before stays as it was. */
async function putDown(
  { tx, secrets, now }: { tx: Write; secrets: Secrets; now: number },
  held: Held,
  signupId: string,
  how: CheckinMode,
) {
  await insertAttendances(tx, [{ signupId, activityId: held.id, how, recordedBy: null, at: now }], now)
  const place = (await findPlaces(tx, secrets, held.id, [signupId])).get(signupId)
  return place?.attended ?? { how, at: now }
}
function whyNot({ held, places }: Mine, signupId: string, how: CheckinMode, now: number) {
  if (!places.some((place) => place.signupId === signupId)) return 'notConfirmed'
  const obstacle = obstacleToCheckIn(held, how, now)
  // Every place falls with its activity.
  return obstacle === 'cancelled' ? 'notConfirmed' : obstacle
}

export const checkinRoutes = (secrets: Secrets) => [
  answer(myCheckin, {
    load: mineOf(secrets),
    sees: everyone,
    view: async ({ subject: { held, places }, now }) => ({
      modes: [...held.modes],
      opensAt: held.startsAt - OPENS_BEFORE,
      endsAt: held.endsAt,
      places: places.map(({ signupId, name, attended }) => ({
        signupId,
        name,
        attended,
        codes: ownCodes(secrets, signupId, now),
      })),
    }),
  }),
  perform(checkInByCode, {
    load: mineOf(secrets),
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse, refuseKeeping }) {
      const { id, signupId, code } = input
      const obstacle = whyNot(subject, signupId, 'code', now)
      if (obstacle) return refuse(obstacle)
      const tries = await takeTry(tx, id, actor.personId, now - TRIES_WITHIN, now)
      if (tries > TRIES) return refuseKeeping('tooManyTries')
      const wrong = obstacleToCode(secrets, id, code, now)
      if (wrong) return refuseKeeping(wrong)
      return putDown({ tx, secrets, now }, subject.held, signupId, 'code')
    },
    audit: ({ id, signupId }) => ({ subject: id, details: { signupId } }),
  }),
  perform(checkInHere, {
    load: mineOf(secrets),
    sees: everyone,
    may: everyone,
    async run({ tx, input, subject, now, refuse }) {
      const { signupId, position } = input
      const obstacle = whyNot(subject, signupId, 'geo', now)
      if (obstacle) return refuse(obstacle)
      const { gcj02 } = subject.held
      if (gcj02 === null) return refuse('noPlace')
      // Compared and forgotten: neither the row nor the audit log knows the position (《领域规格》 §11.3).
      if (!isNear(gcj02, position)) return refuse('notNear')
      return putDown({ tx, secrets, now }, subject.held, signupId, 'geo')
    },
    audit: ({ id, signupId }) => ({ subject: id, details: { signupId } }),
  }),
]
