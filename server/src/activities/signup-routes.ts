import { isListed, obstacleToAnswer, statusAt } from '@tmt/shared/activities/queue.ts'
import { obstacleToCancelSignup } from '@tmt/shared/activities/rules.ts'
import {
  answerOffer,
  cancelSignup,
  mySignup,
  mySignups,
  signUp,
  withdrawSignup,
} from '@tmt/shared/activities/signup-contract.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Read, Write } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { heldOf, signedUp } from './events.ts'
import { PAGE, pageOf, readCursor } from '../platform/paging.ts'
import type { Ports } from './participants.ts'
import { passOn, type Telling } from './queue.ts'
import { accept, hold, takeOff } from './queue-store.ts'
import { signUpOne } from './signing-up.ts'
import { bringsChildren, findShown, findSignup, listMine, listOwn, type Shown } from './signup-store.ts'
import { ownAndOthers, signupView } from './signup-views.ts'
import { type Activity, findActivity } from './store.ts'
import { cardView } from './views.ts'
import { isOpen } from './words.ts'

const everyone = () => true

/** What is open to everybody. What is not open is nobody's. */
export async function loadOpen(
  db: Read,
  { id }: { id: string },
): Promise<{ activity: Activity } | undefined> {
  const activity = await findActivity(db, id)
  return activity && isOpen(activity) ? { activity } : undefined
}
type One = { activity: Activity; row: Shown }
/** Somebody's sign-up, for whoever answers for it or comes by it. */
async function loadOne(db: Read, { id, signupId }: { id: string; signupId: string }, { personId }: Person) {
  const open = await loadOpen(db, { id })
  const row = open && (await findShown(db, id, signupId))
  return row && [row.personId, row.participant].includes(personId) ? { ...open, row } : undefined
}

type Withdrawing = Telling & { tx: Write; actor: Person; now: number }
/** Takes somebody off the list and passes on what they held; the name of what stands against it, or null. */
async function withdraw(
  { tx, actor, now, raise, tell }: Withdrawing,
  activity: Activity,
  participant: string,
) {
  // Held first: what is read then is what stands.
  await hold(tx, activity.id)
  const row = await findSignup(tx, activity.id, participant)
  const signedUpNow = row !== undefined && isListed(statusAt(row, now))
  const obstacle = obstacleToCancelSignup(activity, { signedUp: signedUpNow }, now)
  if (obstacle !== null) return obstacle
  const alone = activity.guardianRequired && participant === actor.personId
  if (alone && (await bringsChildren(tx, activity.id, participant))) return 'childrenFirst'
  if (!(await takeOff(tx, row!.id, 'cancelledByUser', now))) return 'notSignedUp'
  raiseActivity(raise, activity)
  await passOn(tx, activity.id, now, { raise, tell })
  return null
}

export const signupRoutes = (ports: Ports) => {
  const { secrets } = ports
  const reread = async (tx: Write, activityId: string, id: string, actor: Person, now: number) =>
    signupView((await findShown(tx, activityId, id))!, actor.personId, secrets, now)
  return [
    answer(mySignup, {
      load: loadOpen,
      sees: everyone,
      async view({ db, actor, input, now }) {
        const { own, others } = ownAndOthers(await listOwn(db, input.id, actor.personId), actor.personId)
        const view = (row: Shown) => signupView(row, actor.personId, secrets, now)
        return { signup: own ? view(own) : null, others: others.map(view) }
      },
    }),
    answer(mySignups, {
      load: async (_db, input) => input,
      sees: everyone,
      async view({ db, actor, input, now }) {
        const rows = await listMine(db, actor.personId, readCursor(input.cursor))
        const { items, next } = pageOf(rows, PAGE, ({ signup: { at, id } }) => ({ at, id }))
        return {
          items: items.map(({ activity, signup }) => ({
            activity: cardView(activity),
            ...signupView(signup, actor.personId, secrets, now),
          })),
          next,
        }
      },
    }),
    perform(signUp, {
      load: loadOpen,
      sees: everyone,
      may: everyone,
      run: ({ subject: { activity }, input: { who, declared }, ...work }) =>
        signUpOne({ ...work, ports }, activity, { who, declared }),
      audit: ({ id, who }) => ({ subject: id, details: { who: who?.kind ?? 'self' } }),
    }),
    perform(cancelSignup, {
      load: loadOpen,
      sees: everyone,
      may: everyone,
      async run({ subject: { activity }, refuse, ...work }) {
        const { tx, actor, now } = work
        const obstacle = await withdraw(work, activity, actor.personId)
        if (obstacle) return refuse(obstacle)
        const row = (await findSignup(tx, activity.id, actor.personId))!
        return reread(tx, activity.id, row.id, actor, now)
      },
      audit: ({ id }) => ({ subject: id }),
    }),
    perform(withdrawSignup, {
      load: loadOne,
      sees: everyone,
      may: everyone,
      async run({ subject: { activity, row }, refuse, ...work }) {
        const { tx, actor, now } = work
        const obstacle = await withdraw(work, activity, row.participant)
        if (obstacle) return refuse(obstacle)
        return reread(tx, activity.id, row.id, actor, now)
      },
      audit: ({ id, signupId }) => ({ subject: id, details: { signupId } }),
    }),
    perform(answerOffer, {
      load: loadOne,
      sees: everyone,
      may: everyone,
      async run({ tx, actor, subject: { activity, row }, input, now, refuse, raise, tell }) {
        if (activity.status === 'cancelled') return refuse('cancelled')
        await hold(tx, activity.id)
        const current: One['row'] | undefined = await findShown(tx, activity.id, row.id)
        const obstacle = obstacleToAnswer(current, now)
        if (obstacle) return refuse(obstacle)
        if (input.accept) {
          if (!(await accept(tx, activity.id, row.id, now))) return refuse('offerOver')
          tell(signedUp({ ...heldOf(activity), personId: row.personId, signupId: row.id, at: now }))
        } else await takeOff(tx, row.id, 'cancelledByUser', now)
        raiseActivity(raise, activity)
        await passOn(tx, activity.id, now, { raise, tell })
        return reread(tx, activity.id, row.id, actor, now)
      },
      audit: ({ id, signupId, accept: accepted }) => ({
        subject: id,
        details: { signupId, accept: accepted },
      }),
    }),
  ]
}
