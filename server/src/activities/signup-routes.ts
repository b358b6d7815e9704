import { cancelSignup, mySignup, mySignups, signUp } from '@tmt/shared/activities/signup-contract.ts'
import { isEligible, obstacleToCancelSignup, obstacleToSignUp } from '@tmt/shared/activities/rules.ts'
import { communitiesOf } from '../people/policy.ts'
import type { Person } from '../platform/actor.ts'
import { answer, perform } from '../platform/endpoint.ts'
import type { Read } from '../platform/store.ts'
import { raiseActivity } from './caching.ts'
import { heldOf, signedUp } from './events.ts'
import { PAGE, pageOf, readCursor } from '../platform/paging.ts'
import { confirm, findSignup, listMine, withdraw } from './signup-store.ts'
import { type Activity, findActivity } from './store.ts'
import { cardView } from './views.ts'
import { isOpen } from './words.ts'

const everyone = () => true

type Mine = { activity: Activity; signup: Awaited<ReturnType<typeof findSignup>> }
/** What is open to everybody, and whether this person is on the list. What is not open is nobody's. */
async function loadMine(db: Read, { id }: { id: string }, actor: Person): Promise<Mine | undefined> {
  const activity = await findActivity(db, id)
  if (!activity || !isOpen(activity)) return undefined
  return { activity, signup: await findSignup(db, id, actor.personId) }
}
function whyNotSignUp({ activity, signup }: Mine, actor: Person, now: number) {
  const eligible = isEligible(activity.residencyRequired, activity.communityId, communitiesOf(actor))
  return obstacleToSignUp(activity, { signedUp: signup?.status === 'confirmed', eligible }, now)
}
function whyNotCancel({ activity, signup }: Mine, now: number) {
  return obstacleToCancelSignup(activity, { signedUp: signup?.status === 'confirmed' }, now)
}

// The rule has read, but the database decides, however many ask at once. Where it decides against the rule,
// somebody was faster, and what stands there now says why.
export const signupRoutes = [
  answer(mySignup, {
    load: loadMine,
    sees: everyone,
    view: async ({ subject: { signup }, input }) => ({
      signup: signup ? { activityId: input.id, status: signup.status, at: signup.at } : null,
    }),
  }),
  answer(mySignups, {
    load: async (_db, input) => input,
    sees: everyone,
    async view({ db, actor, input }) {
      const rows = await listMine(db, actor.personId, readCursor(input.cursor))
      const { items, next } = pageOf(rows, PAGE, (row) => ({ at: row.at, id: row.signupId }))
      return {
        items: items.map(({ activity, status, at }) => ({ activity: cardView(activity), status, at })),
        next,
      }
    },
  }),
  perform(signUp, {
    load: loadMine,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse, raise, tell }) {
      const obstacle = whyNotSignUp(subject, actor, now)
      if (obstacle) return refuse(obstacle)
      if (!(await confirm(tx, input.id, actor.personId, now))) {
        const current = await loadMine(tx, input, actor)
        return refuse((current && whyNotSignUp(current, actor, now)) ?? 'full')
      }
      raiseActivity(raise, subject.activity)
      tell(signedUp({ ...heldOf(subject.activity), personId: actor.personId, at: now }))
      return { activityId: input.id, status: 'confirmed' as const, at: now }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
  perform(cancelSignup, {
    load: loadMine,
    sees: everyone,
    may: everyone,
    async run({ tx, actor, input, subject, now, refuse, raise }) {
      const obstacle = whyNotCancel(subject, now)
      if (obstacle) return refuse(obstacle)
      if (!(await withdraw(tx, input.id, actor.personId, now))) {
        const current = await loadMine(tx, input, actor)
        return refuse((current && whyNotCancel(current, now)) ?? 'notSignedUp')
      }
      raiseActivity(raise, subject.activity)
      return { activityId: input.id, status: 'cancelledByUser' as const, at: now }
    },
    audit: ({ id }) => ({ subject: id }),
  }),
]
