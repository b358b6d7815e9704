import { cancelSignup, mySignup, mySignups, signUp } from '@tmt/shared/activities/contract.ts'
import { isEligible, obstacleToCancelSignup, obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import { communitiesOf } from '../people/policy.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Read } from '../platform/store.ts'
import { PAGE, pageOf } from './lists.ts'
import { activityKey, cursorOf, listKey } from './read-routes.ts'
import { confirm, findSignup, listMine, withdraw } from './signups.ts'
import { type Activity, findActivity } from './store.ts'

const everyone = () => true

/** What is open to everybody, and whether this person is on the list. A draft is nobody's. */
async function loadMine(db: Read, { id }: { id: string }, actor: Person) {
  const activity = await findActivity(db, id)
  if (!activity || activity.status === 'draft') return undefined
  return { activity, signup: await findSignup(db, id, actor.personId) }
}
export function raiseActivity(
  raise: (key: string) => void,
  { id, communityId, townId }: Pick<Activity, 'id' | 'communityId' | 'townId'>,
) {
  raise(activityKey(id))
  raise(listKey(communityId))
  raise(listKey(townId))
}

export const signupRoutes = [
  answer(mySignup, {
    load: loadMine,
    sees: everyone,
    view: async ({ subject, input }) => ({
      signup: subject.signup ? { activityId: input.id, ...subject.signup } : null,
    }),
  }),
  answer(mySignups, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db, actor, input }) {
      const rows = await listMine(db, actor.personId, cursorOf(input.cursor))
      const { items, next } = pageOf(rows, PAGE, (row) => ({ at: row.at, id: row.signupId }))
      return { items: items.map(({ signupId: _, ...row }) => row), next }
    },
  }),
  perform(signUp, {
    load: loadMine,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, subject: { activity, signup }, now, refuse, raise }) {
      const eligible = isEligible(activity.residencyRequired, activity.communityId, communitiesOf(actor))
      const obstacle = obstacleToSignUp(activity, { signedUp: signup?.status === 'confirmed', eligible }, now)
      if (obstacle) return refuse(obstacle)
      // The rule has read; the database decides.
      const outcome = await confirm(tx, activity.id, actor.personId, now)
      if (outcome !== 'confirmed') return refuse(outcome)
      raiseActivity(raise, activity)
      return { activityId: activity.id, status: 'confirmed' as const, at: now }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(cancelSignup, {
    load: loadMine,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, subject: { activity, signup }, now, refuse, raise }) {
      const obstacle = obstacleToCancelSignup(activity, { signedUp: signup?.status === 'confirmed' }, now)
      if (obstacle) return refuse(obstacle)
      if (!(await withdraw(tx, activity.id, actor.personId, now))) return refuse('notSignedUp')
      raiseActivity(raise, activity)
      return { activityId: activity.id, status: 'cancelledByUser' as const, at: now }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
]
